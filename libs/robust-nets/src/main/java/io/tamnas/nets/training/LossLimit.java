package io.tamnas.nets.training;

import java.util.Locale;

/**
 * From where on a loss has exploded: a hundred times the loss of guessing, {@code ln(classes)}, and
 * as much again for each unit of a second term's weight.
 */
record LossLimit(double loss) {
  private static final double TIMES_GUESSING = 100;

  static LossLimit of(Loss loss, int classes) {
    double weight =
        switch (loss) {
          case Loss.CrossEntropy _ -> 0;
          case Loss.Trades trades -> trades.beta();
          case Loss.Alp alp -> alp.lambda();
          case Loss.Mart mart -> mart.beta();
        };
    return new LossLimit(TIMES_GUESSING * StrictMath.log(Math.max(2, classes)) * (1 + weight));
  }

  /**
   * Lets a loss pass.
   *
   * @param mean over the images
   * @throws DivergedException where it is not finite or has exploded
   */
  void check(int step, double mean) {
    if (!Double.isFinite(mean)) {
      throw new DivergedException(step, "the loss is not finite");
    }
    if (mean > loss) {
      throw new DivergedException(
          step, String.format(Locale.ROOT, "the loss of %.3g is beyond %.3g", mean, loss));
    }
  }
}
