package io.tamnas.search.explanation;

import org.apache.commons.statistics.inference.FisherExactTest;

/**
 * Fisher's exact test, two-sided: whether a choice is as frequent on the front as among the other
 * measured subnets. If the front were any subset of its size, the number of its members with the
 * choice would be hypergeometric; p is the probability of all numbers that are at most as likely as
 * the one seen (Fisher 1935; the two-sided rule of Freeman and Halton 1951).
 *
 * <p>The subnets of a search are not drawn independently, they descend from one another, and a
 * choice can be frequent on the front because an early member had it. So a small p describes this
 * search; another seed is what confirms it.
 */
final class FrontTest {

  /**
   * The fewest subnets on the front, and beside it, that are tested: with 4 and 4 a choice that
   * only the front has gets p = 2/70, with 3 and 3 it gets 2/20, so nothing could be significant
   * even if it were the only test.
   */
  static final int LEAST = 4;

  private static final FisherExactTest FISHER = FisherExactTest.withDefaults();

  private FrontTest() {}

  static boolean hasEnough(int front, int measured) {
    return front >= LEAST && measured - front >= LEAST;
  }

  /** Whether there are enough subnets, and some but not all have the choice. */
  static boolean canTest(Share front, Share measured) {
    return hasEnough(front.of(), measured.of())
        && measured.count() > 0
        && measured.count() < measured.of();
  }

  static double p(Share front, Share measured) {
    int others = measured.count() - front.count();
    int othersWithout = measured.of() - front.of() - others;
    return FISHER
        .test(new int[][] {{front.count(), front.of() - front.count()}, {others, othersWithout}})
        .getPValue();
  }
}
