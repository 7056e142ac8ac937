package io.tamnas.search.report;

import io.swagger.v3.oas.annotations.media.Schema;
import io.tamnas.search.correlation.RankCorrelation;
import io.tamnas.search.explanation.Explanation;
import io.tamnas.search.finalist.FinalistView;
import io.tamnas.search.front.Baseline;
import io.tamnas.search.front.Front;
import io.tamnas.search.front.Individual;
import io.tamnas.search.job.JobState;
import io.tamnas.search.probe.Correlation;
import io.tamnas.search.reevaluation.ReevaluationView;
import io.tamnas.search.specification.FinalistStart;
import io.tamnas.search.task.Maker;
import io.tamnas.search.task.TaskPhase;
import io.tamnas.search.transfer.TransferMatrixView;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** All that a job has found so far. */
@Schema(
    description =
        "All that a job has found so far. Numbers of different protocols stand in different places;"
            + " each protocol is given with its numbers")
public record Report(
    UUID job,
    String name,
    JobState state,
    @Schema(description = "Every setting, defaults included; the seeds are in it")
        JsonNode specification,
    @Schema(description = "The same in words") List<Setting> settings,
    @Schema(description = "SHA-256 of the specification without its name")
        String specificationDigest,
    @Schema(description = "Of the decoded images and their division; null until it is known")
        @Nullable String datasetDigest,
    @Schema(description = "The front of all that was measured") Front front,
    List<GenerationFront> generations,
    @Schema(description = "The search beside random search; null where the job asks for none")
        @Nullable Baseline baseline,
    @Schema(
            description =
                "How far the estimates agree with short stand-alone trainings; null where the job"
                    + " asks for none")
        @Nullable Correlation correlation,
    List<FinalistView> finalists,
    @Schema(
            description =
                "How far the supernet's adversarial accuracies put finalists in the order of their"
                    + " validated ones: per start, of finalists with the same settings")
        List<Agreement> agreements,
    @Schema(description = "Subnets that were measured again under other protocols, oldest first")
        List<ReevaluationView> reevaluations,
    @Schema(
            description =
                "What the front has in common; null before a subnet that keeps the constraints is measured")
        @Nullable Explanation explanation,
    @Schema(description = "Those that are measured") List<TransferMatrixView> transferMatrices,
    @Schema(description = "Those that have begun, in the order in which a job comes to them")
        List<Phase> phases) {
  public Report {
    settings = List.copyOf(settings);
    transferMatrices = List.copyOf(transferMatrices);
    generations = List.copyOf(generations);
    finalists = List.copyOf(finalists);
    agreements = List.copyOf(agreements);
    reevaluations = List.copyOf(reevaluations);
    phases = List.copyOf(phases);
  }

  /** A setting in words. */
  @Schema(name = "ReportSetting", description = "A setting in words")
  public record Setting(String name, String text) {}

  /** The front of a generation's survivors. */
  @Schema(description = "The front of a generation's survivors")
  public record GenerationFront(
      int number,
      @Schema(description = "Up to the reference point; null until it is ranked")
          @Nullable Double hypervolume,
      @Schema(description = "Per objective the worst that could be")
          Map<String, Double> referencePoint,
      List<Individual> front) {
    public GenerationFront {
      front = List.copyOf(front);
    }
  }

  /** How far estimates and validations agree in order. */
  @Schema(description = "How far estimates and validations agree in order")
  public record Agreement(
      FinalistStart start,
      @Schema(description = "The numbers of the finalists, which share their settings")
          List<Integer> finalists,
      RankCorrelation correlation) {
    public Agreement {
      finalists = List.copyOf(finalists);
    }
  }

  /** What one phase took. */
  @Schema(name = "ReportPhase", description = "What one phase took; phases may overlap")
  public record Phase(
      TaskPhase phase,
      @Schema(description = "How many tasks were done") int tasks,
      @Schema(description = "When the first attempt began") Instant from,
      @Schema(description = "When the last attempt ended, or now") Instant until,
      @Schema(
              description =
                  "For how long at least one attempt was under way, gaps of less than a minute"
                      + " included. Of attempts that were deleted before this was kept: from the"
                      + " first one's begin to the last one's end")
          double wallSeconds,
      @Schema(
              description =
                  "The sum over all attempts, failed ones too: for how long workers, each with its"
                      + " one device, were taken")
          double deviceSeconds,
      @Schema(description = "Who did them") List<Maker> workers) {
    public Phase {
      workers = List.copyOf(workers);
    }
  }
}
