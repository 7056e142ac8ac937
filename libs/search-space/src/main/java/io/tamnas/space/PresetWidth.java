package io.tamnas.space;

import java.util.Arrays;
import java.util.stream.Collectors;

/** The fraction of a preset's channels that its networks have. */
public enum PresetWidth {
  FULL("1"),
  HALF("1/2"),
  QUARTER("1/4"),
  EIGHTH("1/8");

  private final String text;

  PresetWidth(String text) {
    this.text = text;
  }

  /** Such as {@code 1/4}. */
  public String text() {
    return text;
  }

  /**
   * The fraction that is written so.
   *
   * @throws IllegalArgumentException naming the known fractions
   */
  public static PresetWidth parse(String text) {
    return Arrays.stream(values())
        .filter(width -> width.text.equals(text))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(unknown(text)));
  }

  private static String unknown(String text) {
    return Arrays.stream(values())
        .map(PresetWidth::text)
        .collect(Collectors.joining(", ", "a width is one of ", ", not '" + text + "'"));
  }
}
