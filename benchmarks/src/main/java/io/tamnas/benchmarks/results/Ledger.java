package io.tamnas.benchmarks.results;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.Properties;

/**
 * What a row has found out so far, kept on disk: each entry is written before the next is sought.
 */
final class Ledger {
  private final Path file;
  private final Properties entries = new Properties();

  Ledger(Path directory) {
    file = directory.resolve("row.properties");
    if (Files.exists(file)) {
      try (var reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
        entries.load(reader);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  Optional<String> get(String name) {
    return Optional.ofNullable(entries.getProperty(name));
  }

  /**
   * Notes what the row is made by, or checks that it is made by the same as before.
   *
   * @throws IllegalStateException where the row was begun in another way
   */
  void keep(String name, String value) {
    String known = get(name).orElse(value);
    if (!known.equals(value)) {
      throw new IllegalStateException(
          "%s was begun with another %s; give another work directory: %s, now %s"
              .formatted(file, name, known, value));
    }
    put(name, value);
  }

  void put(String name, String value) {
    entries.setProperty(name, value);
    Path next = file.resolveSibling("row.properties.next");
    try {
      try (Writer writer = Files.newBufferedWriter(next, StandardCharsets.UTF_8)) {
        entries.store(writer, null);
      }
      Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Adds seconds to what an earlier, interrupted run took. */
  void addSeconds(String name, double seconds) {
    double before = get(name).map(Double::parseDouble).orElse(0.0);
    put(name, Double.toString(before + seconds));
  }
}
