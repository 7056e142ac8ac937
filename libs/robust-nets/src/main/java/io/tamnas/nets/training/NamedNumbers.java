package io.tamnas.nets.training;

import io.tamnas.nets.checkpoint.Header;
import io.tamnas.nets.checkpoint.InvalidCheckpointException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/** Numbers that a training carries from step to step, by name; 0 where none was set. */
final class NamedNumbers {
  private static final String WHOLE = "number.";
  private static final String SUM = "sum.";

  private final Map<String, Integer> whole = new TreeMap<>();
  private final Map<String, Double> sums = new TreeMap<>();

  /** A whole number. */
  int get(String name) {
    return whole.getOrDefault(name, 0);
  }

  void set(String name, int value) {
    whole.put(name, value);
  }

  /** A number with a fraction; a name of its own, even where a whole number has the same. */
  double sum(String name) {
    return sums.getOrDefault(name, 0.0);
  }

  void setSum(String name, double value) {
    sums.put(name, value);
  }

  /** As entries of a checkpoint's header. */
  Map<String, String> entries() {
    Map<String, String> entries = new LinkedHashMap<>();
    whole.forEach((name, value) -> entries.put(WHOLE + name, Integer.toString(value)));
    sums.forEach((name, value) -> entries.put(SUM + name, Double.toString(value)));
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
              if (name.startsWith(WHOLE)) {
                numbers.set(name.substring(WHOLE.length()), number(file, name, value));
              } else if (name.startsWith(SUM)) {
                numbers.setSum(name.substring(SUM.length()), fraction(file, name, value));
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

  private static double fraction(Path file, String name, String value) {
    if (!value.matches("-?\\d{1,17}\\.\\d{1,17}(E-?\\d{1,3})?")) {
      throw new InvalidCheckpointException(file, "has '" + value + "' for " + name);
    }
    return Double.parseDouble(value);
  }
}
