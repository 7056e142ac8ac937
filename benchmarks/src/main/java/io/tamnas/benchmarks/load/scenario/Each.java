package io.tamnas.benchmarks.load.scenario;

import io.tamnas.benchmarks.load.house.Cost;

/** Costs divided by how many evaluations they were spent on. */
final class Each {

  private Each() {}

  static String of(Cost spent, int evaluations) {
    return "service %.2f, database %.2f, simulation %.2f processor-ms"
        .formatted(
            1000 * spent.service() / evaluations,
            1000 * spent.database() / evaluations,
            1000 * spent.simulation() / evaluations);
  }
}
