package io.tamnas.search.front;

import io.swagger.v3.oas.annotations.media.Schema;
import io.tamnas.protocol.attack.AttackSettings;
import io.tamnas.search.specification.ObjectiveName;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The subnets of a job that no other one beats in everything. */
@Schema(
    description =
        "The feasible measured subnets of a job that no other one beats in everything; all"
            + " numbers belong to the one protocol")
public record Front(
    UUID job,
    @Schema(description = "SHA-256 of the supernet's artifact; null until there is one")
        @Nullable String supernet,
    Protocol protocol,
    List<Objective> objectives,
    @Schema(description = "Ordered by the room around them, the extremes first")
        List<Individual> individuals) {

  /** Under what the numbers were measured. */
  @Schema(description = "Under what the numbers were measured")
  public record Protocol(
      @Schema(description = "In one sentence") String text,
      AttackSettings attack,
      @Schema(description = "The images that were used", example = "validation") String split,
      int images,
      long seed,
      @Schema(description = "Clean training images for the statistics of normalization")
          int recalibrationImages,
      @Schema(description = "On how many images masked gradients are looked for; 0 is none")
          int maskingImages,
      @Nullable String datasetDigest,
      @Schema(
              description =
                  "All that changes bits; several, with | between, where evaluators differ")
          @Nullable String numericEnvironment,
      @Schema(description = "Null where the job measures no latencies")
          LatencyView.@Nullable Protocol latency) {}

  /** What the search makes better. */
  @Schema(description = "What the search makes better")
  public record Objective(ObjectiveName name, ObjectiveName.Direction direction) {}
}
