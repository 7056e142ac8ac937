package io.tamnas.search.explanation;

/** An explanation in a sentence. */
final class Summary {

  static final String METHOD =
      "All are the measured subnets that keep the job's constraints, since no other can be on the"
          + " front. Each choice of each layer: Fisher's exact test, two-sided, of the front against"
          + " the others of all, where both have at least "
          + FrontTest.LEAST
          + " and some but not all of them have the choice. Size classes are cut at the terciles of"
          + " the parameter counts of all. All tests together are adjusted by Benjamini and Hochberg"
          + " (1995) to a false discovery rate of 5 %. Blocks and scales stand in one guideline only"
          + " where both together are significant, too, in each of its layers; these further tests"
          + " are made where both are found apart, and adjusted together with all others. A guideline"
          + " of several layers, blocks or scales joins what was tested one by one; the union was not"
          + " tested. The subnets of a"
          + " search descend from one another, so a finding describes this search; it is confirmed"
          + " by another seed.";

  private Summary() {}

  static String of(Members all, Counting counting) {
    String counted =
        "front n = %d, all measured n = %d".formatted(all.front().size(), all.measured().size());
    if (!FrontTest.hasEnough(all.front().size(), all.measured().size())) {
      return "Nothing was tested: it takes at least %d subnets on the front and %d beside it (%s)."
          .formatted(FrontTest.LEAST, FrontTest.LEAST, counted);
    }
    return counting.significant() == 0
        ? "No choice is significantly more or less frequent on the front than among all measured"
            + " subnets (%s; %d tests).".formatted(counted, counting.tests())
        : "%d of %d tested choices are significantly more or less frequent on the front than among"
                .formatted(counting.significant(), counting.tests())
            + " all measured subnets (%s).".formatted(counted);
  }
}
