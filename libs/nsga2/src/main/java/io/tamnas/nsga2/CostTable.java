package io.tamnas.nsga2;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** The costs and violations of numbered individuals in flat arrays. */
final class CostTable {

  private final int width;
  private final double[] costs;
  private final double[] violations;

  CostTable(List<? extends Individual<?>> individuals, Objectives objectives) {
    width = objectives.size();
    costs = new double[individuals.size() * width];
    violations = new double[individuals.size()];
    for (int i = 0; i < violations.length; i++) {
      Individual<?> individual = individuals.get(i);
      System.arraycopy(objectives.costs(individual.values()), 0, costs, i * width, width);
      violations[i] = individual.violation();
    }
  }

  int size() {
    return violations.length;
  }

  int objectives() {
    return width;
  }

  double cost(int individual, int objective) {
    return costs[individual * width + objective];
  }

  double violation(int individual) {
    return violations[individual];
  }

  /** The given individuals by the cost of {@code objective}, ties as in {@link #compareFrom}. */
  int[] sortedFrom(int objective, int[] individuals) {
    return sorted(individuals, (a, b) -> compareFrom(objective, a, b));
  }

  /** All individuals: by violation, then by costs from the last objective to the first. */
  int[] sortedByViolation() {
    int[] all = new int[size()];
    Arrays.setAll(all, i -> i);
    return sorted(all, this::compareViolationFirst);
  }

  /** Whether all costs are equal. */
  boolean hasEqualCosts(int a, int b) {
    return compareFrom(width - 1, a, b) == 0;
  }

  private int compareViolationFirst(int a, int b) {
    int order = Double.compare(violations[a], violations[b]);
    return order != 0 ? order : compareFrom(width - 1, a, b);
  }

  /**
   * By the given objective, then by the ones before it, then by the last, down to the one after it.
   */
  private int compareFrom(int objective, int a, int b) {
    for (int i = 0; i < width; i++) {
      int column = objective - i + (i > objective ? width : 0);
      int order = Double.compare(costs[a * width + column], costs[b * width + column]);
      if (order != 0) {
        return order;
      }
    }
    return 0;
  }

  /** Stable: what compares as equal stays in the order of its number. */
  private static int[] sorted(int[] individuals, Comparator<Integer> order) {
    return Arrays.stream(individuals).boxed().sorted(order).mapToInt(Integer::intValue).toArray();
  }
}
