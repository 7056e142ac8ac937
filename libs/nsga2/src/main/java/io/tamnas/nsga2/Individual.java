package io.tamnas.nsga2;

import java.util.List;

/**
 * A genotype with what was found out about it.
 *
 * @param values one per objective, in the unit and direction of the objective; infinite ones are
 *     allowed, NaN is not
 * @param violation by how much it breaks the constraints, all together; 0 for a feasible one
 */
public record Individual<G>(G genotype, List<Double> values, double violation) {

  public Individual {
    values = List.copyOf(values);
    if (values.stream().anyMatch(value -> value.isNaN())) {
      throw new IllegalArgumentException(
          "objective values must be numbers, are %s for %s".formatted(values, genotype));
    }
    if (!(violation >= 0)) {
      throw new IllegalArgumentException(
          "a constraint violation must be at least 0, is %s for %s".formatted(violation, genotype));
    }
  }

  public static <G> Individual<G> feasible(G genotype, List<Double> values) {
    return new Individual<>(genotype, values, 0);
  }

  public boolean isFeasible() {
    return violation == 0;
  }
}
