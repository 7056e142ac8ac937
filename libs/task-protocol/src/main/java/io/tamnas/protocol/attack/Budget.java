package io.tamnas.protocol.attack;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A length in the scale of the pixels, [0, 1], kept as it was written: {@code "8/255"} or {@code
 * "0.03"}.
 *
 * @param text a decimal, or a fraction of two decimals
 */
public record Budget(@JsonValue String text) {

  private static final Pattern FORM =
      Pattern.compile(
          "\\s*(\\d+(?:\\.\\d+)?(?:[eE]-?\\d{1,2})?)\\s*(?:/\\s*(\\d+(?:\\.\\d+)?)\\s*)?");

  /**
   * @throws IllegalArgumentException where the text is no fraction or decimal, or not in [0, 1]
   */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public Budget {
    double value = read(text);
    if (!(value >= 0 && value <= 1)) {
      throw new IllegalArgumentException(
          "a budget is in the scale of pixels, 0 to 1, such as \"8/255\"; not " + text);
    }
  }

  /** The number, in [0, 1]. */
  public double value() {
    return read(text);
  }

  private static double read(String text) {
    Matcher matcher = FORM.matcher(text);
    if (!matcher.matches()) {
      throw new IllegalArgumentException(
          "a budget is a decimal or a fraction such as \"8/255\", not \"" + text + "\"");
    }
    double numerator = Double.parseDouble(matcher.group(1));
    String denominator = matcher.group(2);
    return denominator == null ? numerator : numerator / Double.parseDouble(denominator);
  }

  @Override
  public String toString() {
    return text;
  }
}
