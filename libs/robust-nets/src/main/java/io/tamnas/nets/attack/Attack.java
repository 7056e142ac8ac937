package io.tamnas.nets.attack;

import java.util.List;

/**
 * An attack within an L∞ ball around images in [0, 1], judged untargeted: any wrong class breaks.
 */
public sealed interface Attack {

  /** The radius of the ball, in [0, 1]. */
  double epsilon();

  /** The attacks of which it consists, in order; itself where it is a single one. */
  default List<Attack> parts() {
    return List.of(this);
  }

  /** Whether it follows gradients, which a classifier may mask. */
  default boolean takesGradients() {
    return parts().stream().anyMatch(part -> !(part instanceof Square));
  }

  /** The fewest classes between which a classifier must choose for it to be defined. */
  default int leastClasses() {
    return 2;
  }

  /**
   * One step of size ε from the clean image (Goodfellow et al. 2015, arXiv 1412.6572, section 4).
   */
  record Fgsm(double epsilon) implements Attack {
    public Fgsm {
      requireBudget("epsilon", epsilon);
    }
  }

  /**
   * Projected gradient ascent on the cross-entropy (Madry et al. 2018, arXiv 1706.06083, section
   * 2.1).
   *
   * @param restarts how many runs; an image that one of them breaks is broken
   */
  record Pgd(double epsilon, double stepSize, int steps, int restarts, Start start)
      implements Attack {
    public Pgd {
      requireRuns(epsilon, steps, restarts);
      requireBudget("step size", stepSize);
    }
  }

  /**
   * Iterative FGSM with momentum from the clean image (Dong et al. 2018, arXiv 1710.06081,
   * algorithm 1); gradients are divided by their mean absolute value.
   *
   * @param decay how much of the momentum a step keeps
   */
  record MiFgsm(double epsilon, double stepSize, int steps, double decay) implements Attack {
    public MiFgsm {
      requireRuns(epsilon, steps, 1);
      requireBudget("step size", stepSize);
      if (!(decay >= 0 && decay <= 10)) {
        throw new IllegalArgumentException("the decay of momentum is 0 to 10, not " + decay);
      }
    }
  }

  /**
   * The margin loss of Carlini and Wagner (2017, arXiv 1608.04644, section V-A, f₆) under projected
   * gradient ascent, as Madry et al. use it.
   *
   * @param restarts how many runs; an image that one of them breaks is broken
   */
  record Cw(double epsilon, double stepSize, int steps, int restarts, Start start)
      implements Attack {
    public Cw {
      requireRuns(epsilon, steps, restarts);
      requireBudget("step size", stepSize);
    }
  }

  /** Auto-PGD on the cross-entropy (Croce, Hein 2020, arXiv 2003.01690, algorithm 1). */
  record ApgdCe(double epsilon, int steps, int restarts) implements Attack {
    public ApgdCe {
      requireRuns(epsilon, steps, restarts);
    }
  }

  /**
   * Auto-PGD on the targeted difference of logits ratio (Croce, Hein 2020, arXiv 2003.01690,
   * equation 7).
   *
   * @param targets how many wrong classes, the likeliest first; at most all of them
   */
  record ApgdT(double epsilon, int steps, int restarts, int targets) implements Attack {
    public ApgdT {
      requireRuns(epsilon, steps, restarts);
      requireTargets(targets);
    }

    @Override
    public int leastClasses() {
      return 4;
    }
  }

  /**
   * Targeted FAB (Croce, Hein 2020, arXiv 1907.02044, algorithm 1).
   *
   * @param targets how many wrong classes, the likeliest first; at most all of them
   */
  record FabT(double epsilon, int steps, int restarts, int targets) implements Attack {
    public FabT {
      requireRuns(epsilon, steps, restarts);
      requireTargets(targets);
    }
  }

  /**
   * The square attack, which asks for no gradients (Andriushchenko et al. 2020, arXiv 1912.00049).
   */
  record Square(double epsilon, int queries, int restarts) implements Attack {
    public Square {
      requireBudget("epsilon", epsilon);
      if (queries < 1 || restarts < 1) {
        throw new IllegalArgumentException(
            "the square attack asks at least once, in at least one run, not "
                + queries
                + " and "
                + restarts);
      }
    }
  }

  /** The standard ensemble of four attacks (Croce, Hein 2020, arXiv 2003.01690, section 5). */
  record AutoAttack(double epsilon) implements Attack {
    public AutoAttack {
      requireBudget("epsilon", epsilon);
    }

    @Override
    public List<Attack> parts() {
      return List.of(
          new ApgdCe(epsilon, 100, 1),
          new ApgdT(epsilon, 100, 1, 9),
          new FabT(epsilon, 100, 1, 9),
          new Square(epsilon, 5000, 1));
    }

    @Override
    public int leastClasses() {
      return 4;
    }
  }

  /** One attack after the other, each on what still stands. */
  record Sequence(List<Attack> parts) implements Attack {
    public Sequence {
      parts = List.copyOf(parts);
      if (parts.isEmpty()) {
        throw new IllegalArgumentException("a sequence has at least one attack");
      }
      double epsilon = parts.getFirst().epsilon();
      for (Attack part : parts) {
        if (part instanceof Sequence || part.epsilon() != epsilon) {
          throw new IllegalArgumentException(
              "a sequence has attacks with one epsilon, none of them a sequence, not " + parts);
        }
      }
    }

    @Override
    public double epsilon() {
      return parts.getFirst().epsilon();
    }

    @Override
    public int leastClasses() {
      return parts.stream().mapToInt(Attack::leastClasses).max().orElseThrow();
    }
  }

  /**
   * Checks that the attack is defined for so many classes.
   *
   * @throws IllegalArgumentException with the reason, and what remains
   */
  default void requireClasses(int classes) {
    if (classes < leastClasses()) {
      throw new IllegalArgumentException(
          "the difference of logits ratio needs the four greatest logits, so apgd-t and autoattack"
              + " are undefined for "
              + classes
              + " classes; apgd-ce, fab-t and square remain, alone or as a sequence");
    }
  }

  private static void requireRuns(double epsilon, int steps, int restarts) {
    requireBudget("epsilon", epsilon);
    if (steps < 1 || restarts < 1) {
      throw new IllegalArgumentException(
          "an attack takes at least one step and one run, not " + steps + " and " + restarts);
    }
  }

  private static void requireTargets(int targets) {
    if (targets < 1) {
      throw new IllegalArgumentException(
          "a targeted attack has at least one target, not " + targets);
    }
  }

  private static void requireBudget(String name, double value) {
    if (!(value >= 0 && value <= 1)) {
      throw new IllegalArgumentException(
          name + " of an attack is in the scale of pixels, 0 to 1, not " + value);
    }
  }
}
