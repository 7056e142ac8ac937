package io.tamnas.nsga2;

/** The range of the finite costs of a front in one objective; empty where none is finite. */
record FiniteRange(double lowest, double highest) {

  static FiniteRange of(CostTable table, int objective, int[] members) {
    double lowest = Double.POSITIVE_INFINITY;
    double highest = Double.NEGATIVE_INFINITY;
    for (int member : members) {
      double cost = table.cost(member, objective);
      if (Double.isFinite(cost)) {
        lowest = Math.min(lowest, cost);
        highest = Math.max(highest, cost);
      }
    }
    return new FiniteRange(lowest, highest);
  }

  /** The distance from one cost up to another as a share of the range, in [0, 1]. */
  double share(double from, double to) {
    if (lowest >= highest) {
      return 0;
    }
    // Halves, because the range of two finite numbers need not be finite.
    double distance = inside(to) / 2 - inside(from) / 2;
    return distance / (highest / 2 - lowest / 2);
  }

  private double inside(double cost) {
    return Math.clamp(cost, lowest, highest);
  }
}
