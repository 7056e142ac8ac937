package io.tamnas.search.picture;

import java.util.ArrayList;
import java.util.List;

/**
 * Numbers along a line of pixels.
 *
 * @param least the number at the first pixel
 * @param most the number at the last pixel, above the least
 */
public record Axis(double least, double most, int firstPixel, int lastPixel) {

  private static final int TICKS = 6;

  /** From 0 or less to all of the values, with a little room above. */
  public static Axis over(List<Double> values, int firstPixel, int lastPixel) {
    double most = values.stream().mapToDouble(value -> value).max().orElse(0);
    double least = Math.min(0, values.stream().mapToDouble(value -> value).min().orElse(0));
    return new Axis(
        least, most > least ? most + (most - least) / 20 : least + 1, firstPixel, lastPixel);
  }

  /** Where a number stands. */
  public int at(double value) {
    double share = (value - least) / (most - least);
    return firstPixel + (int) Math.round(share * (lastPixel - firstPixel));
  }

  /** Round numbers along it, about six. */
  public List<Double> ticks() {
    double step = step((most - least) / TICKS);
    List<Double> ticks = new ArrayList<>();
    for (long i = (long) Math.ceil(least / step); i * step <= most; i++) {
      ticks.add(i * step);
    }
    return List.copyOf(ticks);
  }

  /** The least of 1, 2 and 5 times a power of ten that is no smaller. */
  private static double step(double smallest) {
    double power = Math.pow(10, Math.floor(Math.log10(smallest)));
    for (int factor : new int[] {1, 2, 5}) {
      if (factor * power >= smallest) {
        return factor * power;
      }
    }
    return 10 * power;
  }
}
