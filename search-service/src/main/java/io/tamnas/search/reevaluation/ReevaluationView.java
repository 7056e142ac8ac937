package io.tamnas.search.reevaluation;

import io.swagger.v3.oas.annotations.media.Schema;
import io.tamnas.protocol.evaluation.EvaluationProtocol;
import io.tamnas.protocol.task.FailureClass;
import io.tamnas.search.correlation.RankCorrelation;
import io.tamnas.search.front.Front;
import io.tamnas.search.front.GenotypeView;
import io.tamnas.search.front.LatencyView;
import io.tamnas.search.measurement.Accuracy;
import io.tamnas.search.measurement.MaskingWarning;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A re-evaluation as people see it. */
@Schema(
    name = "Reevaluation",
    description =
        "Subnets of a job, each with what the search measured and what another protocol makes of"
            + " it. Both are on validation images, with the supernet's shared weights. The two stand"
            + " under their own protocols: do not put them in one column")
public record ReevaluationView(
    UUID job,
    @Schema(description = "Of the job's re-evaluations, from 1") int number,
    ReevaluationState state,
    @Schema(description = "From 0 to 1") double progress,
    @Schema(description = "SHA-256 of the supernet's artifact") String supernet,
    @Schema(description = "Under what the search measured") Protocol first,
    @Schema(description = "Under what it is measured again") Protocol again,
    @Schema(description = "What makes a subnet nondominated: the job's objectives")
        List<Front.Objective> objectives,
    List<Subnet> subnets,
    @Schema(
            description =
                "How far the two put the subnets that both have measured in the same order of"
                    + " accuracy under attack; null before the end, and below two such subnets")
        @Nullable RankCorrelation order,
    Instant createdAt,
    @Schema(description = "Null until it has ended, and where it was ended together with its job")
        @Nullable Instant endedAt,
    Links links) {
  public ReevaluationView {
    objectives = List.copyOf(objectives);
    subnets = List.copyOf(subnets);
  }

  /** Under what numbers are measured. */
  @Schema(
      name = "ReevaluationProtocol",
      description = "Under what numbers are measured, in one sentence and in full")
  public record Protocol(
      String text,
      @Schema(description = "The images that are used", example = "validation") String split,
      EvaluationProtocol settings,
      String datasetDigest,
      @Schema(
              description =
                  "All that changes bits; several, with | between, where evaluators differ; null"
                      + " until something is measured")
          @Nullable String numericEnvironment) {}

  /** A subnet under both protocols. */
  @Schema(name = "ReevaluatedSubnet", description = "A subnet under both protocols")
  public record Subnet(
      GenotypeView genotype,
      @Schema(description = "Weights of the subnet as a network of its own") long parameters,
      @Schema(description = "Multiply-adds for one image") long multiplyAdds,
      @Schema(description = "That the search measured; null where it did not")
          @Nullable LatencyView latency,
      SubnetState state,
      @Schema(description = "What the search measured; null where it did not measure this subnet")
          @Nullable Measured first,
      @Schema(description = "Null until it is measured again") @Nullable Measured again,
      @Schema(
              description =
                  "Whether it keeps the job's constraints and none of the subnets that were measured"
                      + " again beats it in everything under the new protocol; null before the end,"
                      + " and where it, or a latency that the job wants, is not measured")
          @Nullable Boolean nondominated,
      @Schema(description = "That a stronger attack found it stronger; null otherwise")
          @Nullable InversionWarning inversion,
      @Schema(description = "Why there is no number; null otherwise") @Nullable Failure failure) {}

  /** Numbers with their protocol. */
  @Schema(name = "MeasuredSubnet", description = "Numbers with their protocol")
  public record Measured(
      @Schema(description = "Under what they were measured, in one line") String protocol,
      Accuracy clean,
      Accuracy adversarial,
      @Schema(description = "Why the accuracy under attack may be too good; usually none")
          List<MaskingWarning> warnings) {
    public Measured {
      warnings = List.copyOf(warnings);
    }
  }

  /** Why it has failed for good. */
  @Schema(name = "ReevaluationFailure", description = "Why a subnet could not be measured")
  public record Failure(FailureClass failureClass, String reason) {}

  /** Where more about it is found. */
  @Schema(name = "ReevaluationLinks", description = "Where more about a re-evaluation is found")
  public record Links(String self, String retry, String job) {

    static Links of(UUID job, int number) {
      String parent = "/api/v1/search-jobs/" + job;
      String self = parent + "/re-evaluations/" + number;
      return new Links(self, self + "/retry", parent);
    }
  }

  /** Some re-evaluations of a job and where the next ones are. */
  @Schema(name = "ReevaluationPage")
  public record Page(
      List<ReevaluationView> items,
      @Schema(description = "The cursor of the next page; null on the last one")
          @Nullable String next) {
    public Page {
      items = List.copyOf(items);
    }
  }
}
