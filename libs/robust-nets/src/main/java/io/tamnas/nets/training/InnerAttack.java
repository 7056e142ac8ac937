package io.tamnas.nets.training;

import static io.tamnas.nets.training.Guards.require;
import static io.tamnas.nets.training.Guards.requireAtLeast;

/**
 * The attack inside adversarial training (Madry et al. 2018, arXiv 1706.06083, equation 2.1): a
 * start in the L∞ ball, then steps along the gradient's sign.
 */
public sealed interface InnerAttack {

  /** The radius at the end of the warm-up, in [0, 1]; 0 trains on clean images. */
  double epsilon();

  /** The length of a step; shrinks with ε while that warms up. */
  double stepSize();

  /** One line with every value. */
  default String text() {
    return switch (this) {
      case FgsmRandomStart fgsm ->
          begin("FgsmRandomStart").with("guardInterval", fgsm.guardInterval()).end();
      case Pgd pgd -> begin("Pgd").with("steps", pgd.steps()).end();
      case Free free -> begin("Free").with("replays", free.replays()).end();
      case Yopo yopo -> begin("Yopo").with("outer", yopo.outer()).with("inner", yopo.inner()).end();
    };
  }

  private ValueText begin(String name) {
    return ValueText.of(name).with("epsilon", epsilon()).with("stepSize", stepSize());
  }

  /**
   * One step from a random start (Wong et al. 2020, arXiv 2001.03994, algorithm 3).
   *
   * @param guardInterval steps between looks for catastrophic overfitting; 0 looks never
   */
  record FgsmRandomStart(double epsilon, double stepSize, int guardInterval)
      implements InnerAttack {
    public FgsmRandomStart {
      requireBudgets(epsilon, stepSize);
      requireAtLeast(0, "the guard's interval", guardInterval);
    }
  }

  /** Several steps from a random start. */
  record Pgd(double epsilon, double stepSize, int steps) implements InnerAttack {
    public Pgd {
      requireBudgets(epsilon, stepSize);
      requireAtLeast(1, "the number of steps of PGD", steps);
    }
  }

  /**
   * Every batch is replayed; one gradient pass moves weights and images (Shafahi et al. 2019, arXiv
   * 1904.12843, algorithm 1).
   */
  record Free(double epsilon, double stepSize, int replays) implements InnerAttack {
    public Free {
      requireBudgets(epsilon, stepSize);
      requireAtLeast(1, "the number of replays", replays);
    }
  }

  /**
   * Few full passes, and between them steps through the first layer alone (Zhang et al. 2019, arXiv
   * 1905.00877, algorithm 1).
   *
   * @param outer full passes, the paper's m
   * @param inner steps after each of them, the paper's n
   */
  record Yopo(double epsilon, double stepSize, int outer, int inner) implements InnerAttack {
    public Yopo {
      requireBudgets(epsilon, stepSize);
      requireAtLeast(1, "the number of outer passes", outer);
      requireAtLeast(1, "the number of inner steps", inner);
    }
  }

  private static void requireBudgets(double epsilon, double stepSize) {
    require(
        epsilon >= 0 && epsilon <= 1 && stepSize >= 0 && stepSize <= 1,
        "epsilon and step size are in the scale of pixels, 0 to 1, not "
            + epsilon
            + " and "
            + stepSize);
  }
}
