package io.tamnas.search.report;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The numeric environments of some numbers in one line. */
final class Environments {

  private Environments() {}

  static String text(Stream<String> environments) {
    String text = environments.distinct().sorted().collect(Collectors.joining(" | "));
    return text.isEmpty() ? "nothing measured yet" : text;
  }
}
