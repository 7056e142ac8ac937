package io.tamnas.search.correlation;

import java.util.OptionalDouble;

/**
 * Kendall's τ-b (Kendall 1945, doi 10.1093/biomet/33.3.239): pairs in the same order minus pairs in
 * opposite order, over the geometric mean of the numbers of pairs that either list tells apart.
 */
final class Kendall {

  private Kendall() {}

  /** Empty where one of the lists tells no pair apart. */
  static OptionalDouble tau(double[] first, double[] second) {
    long agreement = 0;
    long apartInFirst = 0;
    long apartInSecond = 0;
    for (int i = 0; i < first.length; i++) {
      for (int j = 0; j < i; j++) {
        int order = Double.compare(first[i], first[j]);
        int other = Double.compare(second[i], second[j]);
        agreement += (long) order * other;
        apartInFirst += Math.abs(order);
        apartInSecond += Math.abs(other);
      }
    }
    return Ratio.of(agreement, apartInFirst, apartInSecond);
  }
}
