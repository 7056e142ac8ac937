package io.tamnas.search.artifact;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Where artifacts lie.
 *
 * @param directory is made where it is missing; all replicas of the service need the same one
 * @param maxSize of one artifact
 */
@ConfigurationProperties("tamnas.artifacts")
public record ArtifactSettings(Path directory, DataSize maxSize) {

  public ArtifactSettings(@Nullable Path directory, @DefaultValue("2GB") DataSize maxSize) {
    if (directory == null || directory.toString().isBlank()) {
      throw new IllegalArgumentException(
          "tamnas.artifacts.directory (environment: TAMNAS_ARTIFACTS_DIRECTORY) must name a"
              + " directory that survives a restart");
    }
    if (maxSize.toBytes() < 1) {
      throw new IllegalArgumentException(
          "tamnas.artifacts.max-size must be at least 1 byte, is " + maxSize.toBytes());
    }
    this.directory = directory;
    this.maxSize = maxSize;
  }
}
