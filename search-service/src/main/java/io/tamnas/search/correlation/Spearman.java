package io.tamnas.search.correlation;

import java.util.Arrays;
import java.util.OptionalDouble;
import org.apache.commons.statistics.ranking.NaturalRanking;
import org.apache.commons.statistics.ranking.TiesStrategy;

/**
 * Spearman's ρ (Spearman 1904, doi 10.2307/1412159): Pearson's correlation of the ranks, where tied
 * values share the mean of their ranks.
 */
final class Spearman {

  private static final NaturalRanking RANKING = new NaturalRanking(TiesStrategy.AVERAGE);

  private Spearman() {}

  /** Empty where one of the lists has equal values only. */
  static OptionalDouble rho(double[] first, double[] second) {
    if (first.length == 0) {
      return OptionalDouble.empty();
    }
    long[] ranks = centredRanks(first);
    long[] others = centredRanks(second);
    return Ratio.of(product(ranks, others), product(ranks, ranks), product(others, others));
  }

  /** Twice the distance of each rank from the mean rank: whole numbers, ties or not. */
  private static long[] centredRanks(double[] values) {
    return Arrays.stream(RANKING.apply(values))
        .mapToLong(rank -> Math.round(2 * rank) - values.length - 1)
        .toArray();
  }

  private static long product(long[] first, long[] second) {
    long sum = 0;
    for (int i = 0; i < first.length; i++) {
      sum += first[i] * second[i];
    }
    return sum;
  }
}
