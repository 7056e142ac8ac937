package io.tamnas.search.artifact;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** Opens the store that the settings name. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ArtifactSettings.class)
class StoreConfiguration {

  @Bean
  ArtifactStore artifactStore(ArtifactSettings settings, Environment environment) {
    long maxBytes = settings.maxSize().toBytes();
    return switch (settings.store()) {
      case FILE_SYSTEM -> fileSystem(Objects.requireNonNull(settings.directory()), maxBytes);
      case OBJECT_STORE -> ObjectStores.open(objectStore(environment), maxBytes);
    };
  }

  private static FileSystemStore fileSystem(Path directory, long maxBytes) {
    try {
      return new FileSystemStore(directory, maxBytes);
    } catch (IOException e) {
      throw new StoreRefused(
          "tamnas.artifacts.directory: " + directory + " cannot be made or written (" + e + ")", e);
    }
  }

  /** Bound only where it is asked for, since a bucket must be named then. */
  private static ObjectStoreSettings objectStore(Environment environment) {
    return Binder.get(environment)
        .bindOrCreate("tamnas.artifacts.object-store", Bindable.of(ObjectStoreSettings.class));
  }
}
