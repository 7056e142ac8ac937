package io.tamnas.search.health;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.flywaydb.core.api.MigrationVersion;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** The newest migration that this build of the service brings along. */
record SchemaVersion(String text) {

  private static final Pattern FILE = Pattern.compile("V(\\d+(?:_\\d+)*)__.+\\.sql");

  static SchemaVersion ofThisBuild() {
    try {
      Resource[] files =
          new PathMatchingResourcePatternResolver().getResources("classpath:db/migration/V*.sql");
      return new SchemaVersion(
          Arrays.stream(files)
              .map(file -> Objects.requireNonNullElse(file.getFilename(), ""))
              .flatMap(SchemaVersion::version)
              .max(Comparator.naturalOrder())
              .orElseThrow()
              .getVersion());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Stream<MigrationVersion> version(String file) {
    Matcher name = FILE.matcher(file);
    return name.matches()
        ? Stream.of(MigrationVersion.fromVersion(name.group(1).replace('_', '.')))
        : Stream.empty();
  }
}
