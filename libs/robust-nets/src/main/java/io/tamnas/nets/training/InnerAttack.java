package io.tamnas.nets.training;

/**
 * The attack inside adversarial training (Madry et al. 2018, arXiv 1706.06083, equation 2.1): a
 * uniform start in the L∞ ball, then steps along the gradient's sign.
 */
public sealed interface InnerAttack {

  /** The radius at the end of the warm-up, in [0, 1]; 0 trains on clean images. */
  double epsilon();

  /** The length of a step; shrinks with ε while that warms up. */
  double stepSize();

  /** How many steps. */
  int steps();

  /** One line with every value. */
  default String text() {
    return switch (this) {
      case FgsmRandomStart fgsm ->
          "FgsmRandomStart[epsilon=" + fgsm.epsilon() + ", stepSize=" + fgsm.stepSize() + "]";
      case Pgd pgd ->
          "Pgd[epsilon="
              + pgd.epsilon()
              + ", stepSize="
              + pgd.stepSize()
              + ", steps="
              + pgd.steps()
              + "]";
    };
  }

  /** One step from a random start (Wong et al. 2020, arXiv 2001.03994, algorithm 3). */
  record FgsmRandomStart(double epsilon, double stepSize) implements InnerAttack {
    public FgsmRandomStart {
      requireBudgets(epsilon, stepSize);
    }

    @Override
    public int steps() {
      return 1;
    }
  }

  /** Several steps from a random start. */
  record Pgd(double epsilon, double stepSize, int steps) implements InnerAttack {
    public Pgd {
      requireBudgets(epsilon, stepSize);
      if (steps < 1) {
        throw new IllegalArgumentException("PGD takes at least one step, not " + steps);
      }
    }
  }

  private static void requireBudgets(double epsilon, double stepSize) {
    if (!(epsilon >= 0 && epsilon <= 1 && stepSize >= 0 && stepSize <= 1)) {
      throw new IllegalArgumentException(
          "epsilon and step size are in the scale of pixels, 0 to 1, not "
              + epsilon
              + " and "
              + stepSize);
    }
  }
}
