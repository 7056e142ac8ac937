package io.tamnas.search.transfer;

import io.swagger.v3.oas.annotations.media.Schema;
import io.tamnas.protocol.attack.AttackSettings;
import io.tamnas.protocol.task.FailureClass;
import io.tamnas.search.front.GenotypeView;
import io.tamnas.search.measurement.Accuracy;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A transfer matrix as people see it. */
@Schema(
    name = "TransferMatrix",
    description =
        "Accuracy of each of some subnets on the adversarial images that are crafted on each of"
            + " them. An image that the source gets wrong as it is stays as it is; every other one"
            + " is attacked until it is broken or the run ends. Accuracies are over all images, so"
            + " the diagonal is the source's own adversarial accuracy under the protocol")
public record TransferMatrixView(
    UUID job,
    @Schema(description = "Of the job's matrices, from 1") int number,
    TransferState state,
    @Schema(description = "Of the attempt that runs, from 0 to 1") double progress,
    @Schema(description = "SHA-256 of the supernet's artifact") String supernet,
    Protocol protocol,
    @Schema(description = "The sources and targets, in the order of rows and columns")
        List<Subnet> subnets,
    @Schema(
            description =
                "Per source a row, in it per target the accuracy on the source's images; null"
                    + " until it is measured")
        @Nullable List<List<Accuracy>> matrix,
    @Schema(description = "Why it is FAILED; null otherwise") @Nullable Failure failure,
    Instant createdAt,
    @Nullable Instant endedAt,
    Links links) {

  /** Under what the numbers are measured. */
  @Schema(name = "TransferProtocol", description = "Under what the numbers are measured")
  public record Protocol(
      @Schema(description = "In one sentence") String text,
      AttackSettings attack,
      @Schema(description = "The images that are used", example = "validation") String split,
      int images,
      long seed,
      @Schema(description = "Clean training images for the statistics of normalization")
          int recalibrationImages,
      String datasetDigest,
      @Schema(description = "All that changes bits; null until it is measured")
          @Nullable String numericEnvironment) {}

  /** A source and target. */
  @Schema(name = "TransferSubnet", description = "A source and target")
  public record Subnet(
      GenotypeView genotype,
      @Schema(description = "Weights of the subnet as a network of its own") long parameters,
      @Schema(description = "Accuracy on the images as they are; null until it is measured")
          @Nullable Accuracy clean) {}

  /** Why it has failed for good. */
  @Schema(name = "TransferFailure", description = "Why a transfer matrix has failed for good")
  public record Failure(
      @Schema(description = "Null where it was ended with its job")
          @Nullable FailureClass failureClass,
      String reason) {}

  /** Where more about it is found. */
  @Schema(name = "TransferLinks", description = "Where more about a transfer matrix is found")
  public record Links(
      String self, @Schema(description = "A PNG, once it is measured") String picture, String job) {

    static Links of(UUID job, int number) {
      String parent = "/api/v1/search-jobs/" + job;
      String self = parent + "/transfer-matrices/" + number;
      return new Links(self, self + "/picture", parent);
    }
  }

  /** Some matrices of a job and where the next ones are. */
  @Schema(name = "TransferMatrixPage")
  public record Page(
      List<TransferMatrixView> items,
      @Schema(description = "The cursor of the next page; null on the last one")
          @Nullable String next) {}
}
