package io.tamnas.nets.attack;

/** An untargeted attack within an L∞ ball around images in [0, 1], on the cross-entropy. */
public sealed interface Attack {

  /** The radius of the ball, in [0, 1]. */
  double epsilon();

  /** The length of a step along the gradient's sign. */
  double stepSize();

  /** How many steps a run takes. */
  int steps();

  /** How many runs; an image that one of them breaks is broken. */
  int restarts();

  /** Where a run begins. */
  Start start();

  /**
   * One step of size ε from the clean image (Goodfellow et al. 2015, arXiv 1412.6572, section 4).
   */
  record Fgsm(double epsilon) implements Attack {
    public Fgsm {
      requireBudget("epsilon", epsilon);
    }

    @Override
    public double stepSize() {
      return epsilon;
    }

    @Override
    public int steps() {
      return 1;
    }

    @Override
    public int restarts() {
      return 1;
    }

    @Override
    public Start start() {
      return Start.CLEAN;
    }
  }

  /** Projected gradient ascent (Madry et al. 2018, arXiv 1706.06083, section 2.1). */
  record Pgd(double epsilon, double stepSize, int steps, int restarts, Start start)
      implements Attack {
    public Pgd {
      requireBudget("epsilon", epsilon);
      requireBudget("step size", stepSize);
      if (steps < 1 || restarts < 1) {
        throw new IllegalArgumentException(
            "PGD takes at least one step and one run, not " + steps + " and " + restarts);
      }
    }
  }

  /**
   * Targeted FAB, from the clean image first (Croce and Hein 2020, arXiv 1907.02044).
   *
   * @param targets how many wrong classes it goes for, the likeliest first, at most all
   */
  record FabT(double epsilon, int steps, int restarts, int targets) {
    public FabT {
      requireBudget("epsilon", epsilon);
      if (steps < 1 || restarts < 1 || targets < 1) {
        throw new IllegalArgumentException(
            "FAB-T takes at least one step, one run and one target, not %d, %d and %d"
                .formatted(steps, restarts, targets));
      }
    }
  }

  /**
   * The square attack, which asks for logits alone (Andriushchenko et al. 2020, arXiv 1912.00049).
   *
   * @param queries proposals per image and run, after the one about the start
   */
  record Square(double epsilon, int queries, int restarts) {
    public Square {
      requireBudget("epsilon", epsilon);
      if (queries < 1 || restarts < 1) {
        throw new IllegalArgumentException(
            "the square attack takes at least one query and one run, not %d and %d"
                .formatted(queries, restarts));
      }
    }
  }

  private static void requireBudget(String name, double value) {
    if (!(value >= 0 && value <= 1)) {
      throw new IllegalArgumentException(
          name + " of an attack is in the scale of pixels, 0 to 1, not " + value);
    }
  }
}
