package io.tamnas.search.support;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;

/**
 * What Prometheus reads.
 *
 * @param text in its text format
 */
public record Scrape(String text) {

  /**
   * The sum of the series of that name with those labels; empty where there is none.
   *
   * @param labels such as {@code kind="EVALUATE"}
   */
  public OptionalDouble find(String name, String... labels) {
    List<String> lines =
        text.lines()
            .filter(line -> line.startsWith(name + "{") || line.startsWith(name + " "))
            .filter(line -> Arrays.stream(labels).allMatch(line::contains))
            .toList();
    return lines.isEmpty()
        ? OptionalDouble.empty()
        : OptionalDouble.of(
            lines.stream()
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum());
  }

  /** As {@link #find}, of a series that is there. */
  public double of(String name, String... labels) {
    return find(name, labels)
        .orElseThrow(
            () -> new AssertionError(name + Arrays.toString(labels) + " is missing in\n" + text));
  }
}
