package io.tamnas.search.probe;

import io.swagger.v3.oas.annotations.media.Schema;
import io.tamnas.protocol.task.FailureClass;
import io.tamnas.search.correlation.RankCorrelation;
import io.tamnas.search.front.GenotypeView;
import io.tamnas.search.measurement.Accuracy;
import io.tamnas.search.measurement.MaskingWarning;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How far the supernet's estimates put subnets in the order of short stand-alone trainings. */
@Schema(
    description =
        "How far the supernet's estimates put subnets in the order of networks that were trained on"
            + " their own for a short time. Both are measured on the same validation images under the"
            + " same attack; finalists' validations are others, and stand elsewhere")
public record Correlation(
    UUID job,
    @Schema(description = "What was trained how, in one sentence") String training,
    @Schema(description = "Under what the estimates were measured") String estimateProtocol,
    @Schema(description = "Under what the networks were measured") String standAloneProtocol,
    @Schema(description = "How many networks have failed for good, and are left out of the pairs")
        int failed,
    @Schema(description = "Of clean accuracies; null below two pairs")
        @Nullable RankCorrelation clean,
    @Schema(description = "Of adversarial accuracies; null below two pairs")
        @Nullable RankCorrelation adversarial,
    @Schema(description = "The lowest estimated adversarial accuracy first") List<Probe> items) {
  public Correlation {
    items = List.copyOf(items);
  }

  /** A subnet that was measured in the supernet and is trained on its own. */
  @Schema(
      name = "Probe",
      description = "A subnet that was measured in the supernet and is trained on its own")
  public record Probe(
      @Schema(description = "Of the job's probes, from 1") int number,
      GenotypeView genotype,
      @Schema(description = "Weights, as in the front") long parameters,
      ProbeStage stage,
      @Schema(description = "Of the task that runs, from 0 to 1") double progress,
      @Schema(description = "With the supernet's weights") Numbers estimate,
      @Schema(description = "With weights of its own; null until it is measured")
          @Nullable Numbers standAlone,
      @Schema(description = "Why there will be no more; null otherwise")
          @Nullable ProbeFailure failure) {}

  /** What was counted. */
  @Schema(name = "ProbeNumbers", description = "What was counted")
  public record Numbers(
      Accuracy clean,
      Accuracy adversarial,
      @Schema(description = "Why the accuracy under attack may be too good; usually none")
          List<MaskingWarning> warnings,
      @Schema(description = "All that changes bits") String numericEnvironment) {
    public Numbers {
      warnings = List.copyOf(warnings);
    }
  }

  /** Why it has failed for good. */
  @Schema(description = "Why a probe has failed for good")
  public record ProbeFailure(FailureClass failureClass, String reason) {}
}
