package io.tamnas.nsga2;

/**
 * Constrained dominance (Deb et al. 2002, section VI, definition 1): a feasible individual
 * dominates an infeasible one; of two infeasible ones the one with the smaller violation dominates;
 * of two feasible ones the one that is no worse in any objective and better in one.
 */
public record ConstrainedDominance(Objectives objectives) {

  /** Whether {@code first} dominates {@code second}. */
  public boolean dominates(Individual<?> first, Individual<?> second) {
    if (first.isFeasible() && second.isFeasible()) {
      return dominates(objectives.costs(first.values()), objectives.costs(second.values()));
    }
    return first.violation() < second.violation();
  }

  private static boolean dominates(double[] first, double[] second) {
    boolean better = false;
    for (int i = 0; i < first.length; i++) {
      if (first[i] > second[i]) {
        return false;
      }
      better |= first[i] < second[i];
    }
    return better;
  }
}
