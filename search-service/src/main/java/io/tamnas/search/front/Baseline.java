package io.tamnas.search.front;

import io.swagger.v3.oas.annotations.media.Schema;
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
                "How many were drawn: as many as the search has measured, or fewer where the space"
                    + " has fewer feasible ones; 0 until the search has ended")
        int drawn,
    @Schema(description = "What the search gained, in words") String summary,
    @Schema(description = "Per objective the worst that could be, for all hypervolumes")
        Map<String, Double> referencePoint,
    Front.Protocol protocol,
    List<Front.Objective> objectives,
    @Schema(description = "The search, in the order of its generations") Side search,
    @Schema(description = "What was drawn, in that order") Side random,
    @Schema(description = "The front of what was drawn, the extremes first")
        List<Individual> individuals) {
  public Baseline {
    individuals = List.copyOf(individuals);
  }

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
