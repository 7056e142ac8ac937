package io.tamnas.search.report;

import io.tamnas.search.explanation.Explanation;
import io.tamnas.search.generation.Born;
import io.tamnas.search.generation.Evolution;
import io.tamnas.search.specification.SearchJobSpecification;
import io.tamnas.space.Genotype;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a job's front has in common, against the subnets that could have been on it. */
final class Common {

  private Common() {}

  /** Null where nothing that keeps the constraints is measured. */
  static @Nullable Explanation of(
      SearchJobSpecification job, List<Genotype> front, List<Born> measured) {
    Evolution evolution = new Evolution(job);
    List<Genotype> feasible =
        measured.stream().filter(evolution::isFeasible).map(Born::genotype).toList();
    return feasible.isEmpty() ? null : Explanation.of(job.space(), front, feasible);
  }
}
