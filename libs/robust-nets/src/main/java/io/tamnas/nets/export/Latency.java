package io.tamnas.nets.export;

import java.util.Arrays;

/**
 * How long single classifications took, as {@link LatencyProtocol} says.
 *
 * @param lowerQuartileNanos a quarter of the runs took at most so long
 * @param medianNanos half of them
 * @param upperQuartileNanos three quarters of them
 */
public record Latency(long lowerQuartileNanos, long medianNanos, long upperQuartileNanos) {

  /** Of at least one time. Between two times a quantile lies as far as its share says. */
  static Latency of(long[] nanos) {
    long[] sorted = nanos.clone();
    Arrays.sort(sorted);
    return new Latency(quantile(sorted, 1), quantile(sorted, 2), quantile(sorted, 3));
  }

  /** Linear between order statistics (Hyndman, Fan 1996, doi 10.1080/00031305.1996.10473566, 7). */
  private static long quantile(long[] sorted, int quarters) {
    int position = (sorted.length - 1) * quarters;
    long below = sorted[position / 4];
    long above = sorted[Math.min(position / 4 + 1, sorted.length - 1)];
    return below + (above - below) * (position % 4) / 4;
  }

  /** The median. */
  public double medianMillis() {
    return medianNanos / 1e6;
  }
}
