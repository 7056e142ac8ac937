package io.tamnas.nsga2;

import java.util.List;

/** The objectives of a search, in the order in which individuals list their values. */
public record Objectives(List<Objective> all) {

  public Objectives {
    all = List.copyOf(all);
    if (all.isEmpty()) {
      throw new IllegalArgumentException("there must be at least one objective");
    }
    if (all.stream().map(Objective::name).distinct().count() < all.size()) {
      throw new IllegalArgumentException("the names of objectives must differ: " + all);
    }
  }

  public static Objectives of(Objective... objectives) {
    return new Objectives(List.of(objectives));
  }

  public int size() {
    return all.size();
  }

  /**
   * The values as costs: less is better in each.
   *
   * @throws IllegalArgumentException where there is not exactly one value per objective
   */
  public double[] costs(List<Double> values) {
    if (values.size() != all.size()) {
      throw new IllegalArgumentException(
          "one value per objective is needed: %d objectives, values %s"
              .formatted(all.size(), values));
    }
    double[] costs = new double[all.size()];
    for (int i = 0; i < costs.length; i++) {
      costs[i] = all.get(i).direction().cost(values.get(i));
    }
    return costs;
  }
}
