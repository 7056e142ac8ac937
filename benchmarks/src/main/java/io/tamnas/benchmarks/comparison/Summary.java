package io.tamnas.benchmarks.comparison;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * What the pairs of a comparison say together.
 *
 * @param bar the most that the median ratio shall be
 */
public record Summary(String name, double bar, List<Pair> pairs) {
  public Summary {
    pairs = List.copyOf(pairs);
  }

  /** The median of the pairs' ratios. */
  public double ratio() {
    return median(Pair::ratio);
  }

  public double leastRatio() {
    return sorted(Pair::ratio)[0];
  }

  public double greatestRatio() {
    return sorted(Pair::ratio)[pairs.size() - 1];
  }

  /** Median of our times in milliseconds. */
  public double ours() {
    return median(Pair::ours);
  }

  /** Median of the peer's times in milliseconds. */
  public double theirs() {
    return median(Pair::theirs);
  }

  public boolean isWithinBar() {
    return ratio() <= bar;
  }

  /** Whether both sides found the same in every pair. */
  public boolean agrees() {
    return pairs.stream().allMatch(pair -> pair.agreement().holds());
  }

  /** The finding of the first pair that disagrees, else of the first. */
  public String agreement() {
    return pairs.stream()
        .map(Pair::agreement)
        .filter(finding -> !finding.holds())
        .findFirst()
        .orElseGet(() -> pairs.getFirst().agreement())
        .text();
  }

  private double median(ToDoubleFunction<Pair> value) {
    double[] sorted = sorted(value);
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }

  private double[] sorted(ToDoubleFunction<Pair> value) {
    double[] values = pairs.stream().mapToDouble(value).toArray();
    Arrays.sort(values);
    return values;
  }
}
