package io.tamnas.search.front;

import io.swagger.v3.oas.annotations.media.Schema;
import io.tamnas.protocol.task.FailureClass;
import io.tamnas.search.specification.BaselineKind;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A search beside as many subnets that were drawn at random. */
@Schema(
    description =
        "A search beside as many feasible subnets that were drawn from its space at random; all"
            + " numbers belong to the one protocol. What was drawn is in no front of the search")
public record Baseline(
    UUID job,
    @Schema(description = "none: the job asks for no baseline, and there will be none")
        BaselineKind kind,
    @Schema(
            description =
                "How many were to be drawn: as many as the search has measured; 0 until it has"
                    + " ended")
        int wanted,
    @Schema(
            description =
                "How many were drawn: fewer than wanted where the space has fewer feasible ones, or"
                    + " they are so rare that too many draws were in vain")
        int drawn,
    @Schema(
            description =
                "How many draws that took: one for each that was drawn, and one for each genotype"
                    + " that was not feasible or had come before; null until the search has ended,"
                    + " and where it was not kept")
        @Nullable Integer draws,
    @Schema(description = "How many of those drawn cannot be measured, and are left out")
        int failed,
    @Schema(description = "What the search gained, in words") String summary,
    @Schema(description = "Per objective the worst that could be, for all hypervolumes")
        Map<String, Double> referencePoint,
    Front.Protocol protocol,
    List<Front.Objective> objectives,
    @Schema(description = "The search, in the order of its generations") Side search,
    @Schema(description = "What was drawn, in that order") Side random,
    @Schema(description = "The front of what was drawn, the extremes first")
        List<Individual> individuals,
    @Schema(description = "Those that cannot be measured, in the order of drawing")
        List<Failure> failures) {
  public Baseline {
    individuals = List.copyOf(individuals);
    failures = List.copyOf(failures);
  }

  /** A subnet that was drawn, and why there is no number of it. */
  @Schema(name = "BaselineFailure", description = "Why there is no number of a drawn subnet")
  public record Failure(GenotypeView genotype, FailureClass failureClass, String reason) {}

  /** What one of the two has come to. */
  @Schema(name = "BaselineSide", description = "What one of the two has come to")
  public record Side(
      @Schema(description = "How many different subnets are measured") int measured,
      @Schema(description = "Of the front of all of them; null until one is measured")
          @Nullable Double hypervolume,
      @Schema(description = "What the first measurements come to, at most about 100 times")
          List<Step> steps) {
    public Side {
      steps = List.copyOf(steps);
    }
  }

  /** What the first measurements come to. */
  @Schema(name = "BaselineStep", description = "What the first measurements come to")
  public record Step(int measurements, double hypervolume) {}
}
