package io.tamnas.search.specification;

import java.util.List;

/**
 * How NSGA-II searches.
 *
 * @param population individuals per generation
 * @param generations how many follow generation 0
 * @param objectives at least two, in the order of the user
 * @param mutationProbability of each gene to be drawn anew
 * @param baseline what the result is compared with
 */
public record SearchSettings(
    int population,
    int generations,
    List<ObjectiveName> objectives,
    Constraints constraints,
    Crossover crossover,
    double mutationProbability,
    BaselineKind baseline) {
  public SearchSettings {
    objectives = List.copyOf(objectives);
  }

  /** Whether subnets must be measured for their latency too. */
  public boolean wantsLatency() {
    return objectives.contains(ObjectiveName.LATENCY) || constraints.maxLatencyMillis().isPresent();
  }
}
