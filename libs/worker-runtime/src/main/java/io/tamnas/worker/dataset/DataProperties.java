package io.tamnas.worker.dataset;

import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where data sets lie on this machine, and where they may be fetched.
 *
 * @param root a directory with one folder per data set; jobs name folders in it and nothing else
 * @param cache for what was downloaded or decoded, shared by the workers of a machine; without it,
 *     a folder in the folder for temporary files
 * @param downloads by the name of the folder that they stand in for
 */
@ConfigurationProperties("tamnas.data")
public record DataProperties(
    @Nullable Path root, @Nullable Path cache, @DefaultValue Map<String, Download> downloads) {
  public DataProperties {
    downloads = Map.copyOf(downloads);
    downloads.forEach(
        (name, download) -> download.requireComplete("tamnas.data.downloads." + name));
  }
}
