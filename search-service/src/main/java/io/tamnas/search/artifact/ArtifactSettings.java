package io.tamnas.search.artifact;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Where artifacts lie.
 *
 * @param store a file system is for one replica of the service, or a volume that all of them share
 * @param directory of the file system; is made where it is missing
 * @param maxSize of one artifact
 */
@ConfigurationProperties("tamnas.artifacts")
public record ArtifactSettings(Kind store, @Nullable Path directory, DataSize maxSize) {

  /** The kinds of store. */
  public enum Kind {
    FILE_SYSTEM,
    /** As {@code tamnas.artifacts.object-store} says. */
    OBJECT_STORE
  }

  public ArtifactSettings(
      @DefaultValue("file-system") Kind store,
      @Nullable Path directory,
      @DefaultValue("2GB") DataSize maxSize) {
    if (store == Kind.FILE_SYSTEM && (directory == null || directory.toString().isBlank())) {
      throw new IllegalArgumentException(
          "tamnas.artifacts.directory (environment: TAMNAS_ARTIFACTS_DIRECTORY) must name a"
              + " directory that survives a restart");
    }
    if (maxSize.toBytes() < 1) {
      throw new IllegalArgumentException(
          "tamnas.artifacts.max-size must be at least 1 byte, is " + maxSize.toBytes());
    }
    this.store = store;
    this.directory = directory;
    this.maxSize = maxSize;
  }
}
