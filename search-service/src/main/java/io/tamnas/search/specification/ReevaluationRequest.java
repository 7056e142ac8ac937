package io.tamnas.search.specification;

import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import io.tamnas.search.specification.SearchJobRequest.AttackRequest;

/** A request for a re-evaluation as clients write it, for the documentation alone. */
@Schema(
    description =
        "Which subnets of the job's supernet are measured again, and by which protocol. It is the"
            + " job's validation images whatever the protocol: the test split is for finalists"
            + " alone.")
public record ReevaluationRequest(
    @Schema(
            requiredMode = RequiredMode.REQUIRED,
            description =
                "\"front\" for the job's front as it is now; {\"generation\": n} for the front of"
                    + " a ranked generation's survivors; or 1 to 1000 different genotypes of the"
                    + " job's space, each a list of genes, measured by the search or not.",
            types = {"string", "object", "array"},
            example = "front")
        Object subnets,
    StrongerEvaluationRequest evaluation) {

  /** By which protocol. */
  @Schema(
      description =
          "The protocol. Members mean what they mean in a job's evaluation; what is left out is as"
              + " the job measures, but for the attack.")
  public record StrongerEvaluationRequest(
      @Schema(
              description =
                  "By default autoattack; below 4 classes, where it is not defined, apgd-ce. Where"
                      + " it names no epsilon, the job's.")
          AttackRequest attack,
      @Schema(
              description = "From the beginning of the job's validation images, at most all.",
              minimum = "1",
              maximum = "1000000")
          Integer images,
      @Schema(description = "Images per pass.", minimum = "1", maximum = "4096") Integer batchSize,
      @Schema(
              description = "Training images for the normalization statistics of a subnet.",
              minimum = "1",
              maximum = "1000000")
          Integer recalibrationImages,
      @Schema(
              description = "Images per pass of the recalibration.",
              minimum = "2",
              maximum = "4096")
          Integer recalibrationBatch,
      @Schema(
              description =
                  "On how many of the images masked gradients are looked for; 0 is none. 32 by"
                      + " default where the job's own attack takes no gradients.",
              minimum = "0",
              maximum = "1000000")
          Integer maskingImages,
      @Schema(description = "Of everything random in the attack.") Long seed) {}
}
