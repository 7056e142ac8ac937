package io.tamnas.nsga2.indicator;

import io.tamnas.nsga2.Individual;
import io.tamnas.nsga2.Objectives;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * The exact volume of what individuals dominate, up to a reference point (Zitzler and Thiele 1999,
 * doi 10.1109/4235.797969), in the product of the objectives' units.
 *
 * <p>Two objectives are swept; three are swept in the third while a {@link Staircase} keeps the
 * area (Fonseca et al. 2006, doi 10.1109/CEC.2006.1688440, O(n log n)); every further one cuts the
 * space into slices (While et al. 2006, doi 10.1109/TEVC.2005.851275), which makes four O(n² log
 * n).
 *
 * @param referencePoint one finite value per objective, in its unit and direction
 */
public record Hypervolume(Objectives objectives, List<Double> referencePoint) {

  public Hypervolume {
    referencePoint = List.copyOf(referencePoint);
    for (double cost : objectives.costs(referencePoint)) {
      if (!Double.isFinite(cost)) {
        throw new IllegalArgumentException(
            "the reference point must be finite, is " + referencePoint);
      }
    }
  }

  /**
   * The volume; 0 of nobody. Infeasible individuals, and those that are not better than the
   * reference point in every objective, add nothing. Infinite where one that adds is infinitely
   * good.
   */
  public double of(Collection<? extends Individual<?>> individuals) {
    double[] reference = objectives.costs(referencePoint);
    double[][] points =
        individuals.stream()
            .filter(Individual::isFeasible)
            .map(individual -> objectives.costs(individual.values()))
            .filter(costs -> isInside(costs, reference))
            .toArray(double[][]::new);
    if (Arrays.stream(points).flatMapToDouble(Arrays::stream).anyMatch(Double::isInfinite)) {
      return Double.POSITIVE_INFINITY;
    }
    return volume(points, reference, reference.length);
  }

  private static boolean isInside(double[] costs, double[] reference) {
    for (int i = 0; i < costs.length; i++) {
      if (costs[i] >= reference[i]) {
        return false;
      }
    }
    return true;
  }

  /** Of the first {@code dimensions} coordinates. */
  private static double volume(double[][] points, double[] reference, int dimensions) {
    return switch (dimensions) {
      case 1 -> length(points, reference);
      case 2 -> area(points, reference);
      case 3 -> swept(points, reference);
      default -> sliced(points, reference, dimensions);
    };
  }

  private static double length(double[][] points, double[] reference) {
    return Arrays.stream(points).mapToDouble(point -> reference[0] - point[0]).max().orElse(0);
  }

  private static double area(double[][] points, double[] reference) {
    Staircase staircase = new Staircase(reference[0], reference[1]);
    for (double[] point : sorted(points, 2)) {
      staircase.add(point[0], point[1]);
    }
    return staircase.area();
  }

  private static double swept(double[][] points, double[] reference) {
    Staircase staircase = new Staircase(reference[0], reference[1]);
    double[][] sorted = sorted(points, 3);
    double volume = 0;
    for (int i = 0; i < sorted.length; i++) {
      staircase.add(sorted[i][0], sorted[i][1]);
      volume += staircase.area() * depth(sorted, i, reference, 2);
    }
    return volume;
  }

  private static double sliced(double[][] points, double[] reference, int dimensions) {
    double[][] sorted = sorted(points, dimensions);
    double volume = 0;
    for (int i = 0; i < sorted.length; i++) {
      double depth = depth(sorted, i, reference, dimensions - 1);
      if (depth > 0) {
        volume += volume(Arrays.copyOf(sorted, i + 1), reference, dimensions - 1) * depth;
      }
    }
    return volume;
  }

  private static double depth(double[][] sorted, int i, double[] reference, int dimension) {
    double end = i + 1 < sorted.length ? sorted[i + 1][dimension] : reference[dimension];
    return end - sorted[i][dimension];
  }

  /** By the last of the dimensions, then by the one before it, and so on. */
  private static double[][] sorted(double[][] points, int dimensions) {
    Comparator<double[]> order = Comparator.comparingDouble(point -> point[dimensions - 1]);
    for (int dimension = dimensions - 2; dimension >= 0; dimension--) {
      int next = dimension;
      order = order.thenComparingDouble(point -> point[next]);
    }
    return Arrays.stream(points).sorted(order).toArray(double[][]::new);
  }
}
