package io.tamnas.search.finalist;

import io.swagger.v3.oas.annotations.media.Schema;
import io.tamnas.protocol.evaluation.NetworkProtocol;
import io.tamnas.protocol.task.FailureClass;
import io.tamnas.protocol.task.TaskResult.NetworkMeasured;
import io.tamnas.search.front.GenotypeView;
import io.tamnas.search.front.ProtocolText;
import io.tamnas.search.measurement.Accuracy;
import io.tamnas.search.measurement.MaskingWarning;
import io.tamnas.search.specification.FinalistStart;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A finalist as people see it. */
@Schema(
    name = "Finalist",
    description =
        "A member of the front, trained as a network of its own from each start. Its numbers are"
            + " under three protocols, each of which stands with its numbers: do not put them in one"
            + " column")
public record FinalistView(
    @Schema(description = "Of the job's finalists, from 1") int number,
    GenotypeView genotype,
    @Schema(description = "Why it was chosen") Finalist.Reason reason,
    @Schema(description = "Weights, as in the front: without the affine normalization's")
        long parameters,
    @Schema(description = "Multiply-adds for one image") long multiplyAdds,
    @Schema(description = "What the search measured in the supernet") Measured estimate,
    List<Network> networks,
    @Schema(description = "How its networks are trained, in one line") String training,
    @Schema(
            description =
                "How often the state of a training is looked at, and by what it is selected, in one"
                    + " line")
        String selection,
    @Schema(description = "By what its networks are validated, in one line") String validation,
    @Schema(description = "What its networks learn from; null: the true labels")
        @Nullable Teacher teacher,
    @Schema(
            description =
                "How many networks of the job, all finalists and settings together, are validated"
                    + " on the test split so far; the best of several, picked by these numbers, is"
                    + " flattered")
        int validationsOnTest,
    Instant createdAt) {
  public FinalistView {
    networks = List.copyOf(networks);
  }

  /** Numbers with their protocol. */
  @Schema(name = "MeasuredNetwork", description = "Numbers with their protocol")
  public record Measured(
      @Schema(description = "Under what they were measured, in one line") String protocol,
      Accuracy clean,
      Accuracy adversarial,
      @Schema(description = "Why the accuracy under attack may be too good; usually none")
          List<MaskingWarning> warnings,
      @Schema(description = "All that changes bits") String numericEnvironment) {
    public Measured {
      warnings = List.copyOf(warnings);
    }

    /**
     * Of a network.
     *
     * @param classes of its data set
     */
    static Measured of(NetworkProtocol protocol, NetworkMeasured measured, int classes) {
      return new Measured(
          ProtocolText.of(protocol),
          Accuracy.of(measured.cleanCorrect(), measured.images()),
          Accuracy.of(measured.adversarialCorrect(), measured.images()),
          measured.maskingSigns().stream()
              .map(sign -> MaskingWarning.of(sign, protocol.attack(), classes))
              .toList(),
          measured.numericEnvironment());
    }
  }

  /** A larger network that finalists learn from. */
  @Schema(
      name = "Teacher",
      description =
          "A network whose soft labels finalists learn from in place of the true ones (RSLAD, arXiv"
              + " 2108.07969); it was trained on its own on the true labels, or as its own job says")
  public record Teacher(
      @Schema(
              description =
                  "TRAINING, FINISHED once it teaches, FAILED, or CANCELLED, also where nothing"
                      + " waits for it because every finalist is larger")
          NetworkStage stage,
      @Schema(description = "Of its training, from 0 to 1") double progress,
      GenotypeView genotype,
      @Schema(description = "Weights, as in the front") long parameters,
      @Schema(
              description =
                  "How it is trained, in one line; null of a given one: as its own job says")
          @Nullable String training,
      @Schema(description = "SHA-256 of the network; null until it is trained")
          @Nullable String artifact,
      @Schema(description = "The step whose state was kept; null until it is trained")
          @Nullable Integer selectedStep,
      @Schema(
              description =
                  "What that state reached on the images by which it was selected, which flatters"
                      + " it; null until it is trained")
          @Nullable Measured selected,
      @Schema(
              description =
                  "Weight of the finalists' loss on clean images; that on crafted ones has the rest")
          double cleanWeight,
      @Schema(description = "Why there will be none; null otherwise") @Nullable Failure failure) {}

  /** One training of a finalist and what came of it. */
  @Schema(name = "FinalistNetwork", description = "A finalist, trained from one start")
  public record Network(
      FinalistStart start,
      NetworkStage stage,
      @Schema(description = "Of the task that runs, from 0 to 1") double progress,
      @Schema(description = "SHA-256 of the trained network; null until it is trained")
          @Nullable String artifact,
      @Schema(description = "The step whose state was kept; null until it is trained")
          @Nullable Integer selectedStep,
      @Schema(
              description =
                  "What that state reached on the images by which it was selected, which flatters"
                      + " it; null until it is trained")
          @Nullable Measured selected,
      @Schema(description = "What it reaches on the test split; null until it is validated")
          @Nullable Measured validated,
      @Schema(description = "Null until it is exported") @Nullable Exported exported,
      @Schema(description = "Why there will be no more; null otherwise") @Nullable Failure failure,
      @Nullable Instant endedAt,
      Links links) {}

  /** The file that runs without Tamnas. */
  @Schema(
      name = "ExportedNetwork",
      description =
          "An ONNX file that was checked against its network: input images, float32, batch ×"
              + " channels × height × width in [0, 1]; output logits, batch × classes")
  public record Exported(
      @Schema(description = "SHA-256 of the file") String artifact,
      long bytes,
      int opset,
      @Schema(description = "How many images it was checked on") int images,
      @Schema(description = "The largest difference between a logit of the file and the network's")
          double largestDifference,
      @Schema(description = "Median time of a single image on one CPU thread") double latencyMillis,
      @Schema(description = "How and where that was taken, in one line") String latencyProtocol,
      @Schema(
              description =
                  "What tells how restless the machine was, and which kind it was; null of files"
                      + " from before it was kept")
          @Nullable LatencySpread latencySpread,
      @Schema(
              description =
                  "The most memory of a process that does nothing else; null where its system does"
                      + " not tell")
          @Nullable Long peakMemoryBytes,
      @Schema(description = "What it was checked and timed with") String runtime) {}

  /** How far the times of single images lie apart. */
  @Schema(description = "How far the times of single images lie apart, and where they were taken")
  public record LatencySpread(
      @Schema(description = "A quarter of the runs took at most so long")
          double lowerQuartileMillis,
      @Schema(description = "Three quarters of the runs") double upperQuartileMillis,
      @Schema(
              description =
                  "Processor, instruction set, and runtime with its version; times of different"
                      + " ones do not compare")
          String machine) {}

  /** Why it has failed for good. */
  @Schema(name = "FinalistFailure", description = "Why a network has failed for good")
  public record Failure(FailureClass failureClass, String reason) {}

  /** Its files. */
  @Schema(name = "FinalistLinks", description = "The files of an exported network")
  public record Links(String model, String modelCard, String manifest) {

    static Links of(NetworkId id) {
      String self =
          "/api/v1/search-jobs/%s/finalists/%d/%s/"
              .formatted(id.job(), id.finalist(), id.start().text());
      return new Links(self + "model.onnx", self + "model-card.md", self + "manifest.json");
    }
  }

  /** All of a job. */
  @Schema(name = "Finalists")
  public record All(UUID job, List<FinalistView> items) {
    public All {
      items = List.copyOf(items);
    }
  }
}
