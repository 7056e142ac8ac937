package io.tamnas.nets.training;

import io.tamnas.nets.checkpoint.Header;
import io.tamnas.nets.checkpoint.InvalidCheckpointException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/** Whole numbers that a training carries from step to step, by name; 0 where none was set. */
final class NamedNumbers {
  private static final String PREFIX = "number.";

  private final Map<String, Integer> values = new TreeMap<>();

  int get(String name) {
    return values.getOrDefault(name, 0);
  }

  void set(String name, int value) {
    values.put(name, value);
  }

  /** As entries of a checkpoint's header. */
  Map<String, String> entries() {
    Map<String, String> entries = new LinkedHashMap<>();
    values.forEach((name, value) -> entries.put(PREFIX + name, Integer.toString(value)));
    return entries;
  }

  /**
   * From the header of a checkpoint.
   *
   * @throws InvalidCheckpointException where a number is none
   */
  static NamedNumbers read(Path file, Header header) {
    NamedNumbers numbers = new NamedNumbers();
    header
        .entries()
        .forEach(
            (name, value) -> {
              if (name.startsWith(PREFIX)) {
                numbers.set(name.substring(PREFIX.length()), number(file, name, value));
              }
            });
    return numbers;
  }

  private static int number(Path file, String name, String value) {
    if (!value.matches("-?\\d{1,9}")) {
      throw new InvalidCheckpointException(file, "has '" + value + "' for " + name);
    }
    return Integer.parseInt(value);
  }
}
