package io.tamnas.search.specification;

import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import io.tamnas.search.specification.SearchJobRequest.AttackRequest;
import io.tamnas.search.specification.SearchJobRequest.AugmentationRequest;
import io.tamnas.search.specification.SearchJobRequest.InnerAttackRequest;
import io.tamnas.search.specification.SearchJobRequest.LossRequest;
import io.tamnas.search.specification.SearchJobRequest.OptimizerRequest;
import java.util.List;

/** What the published contract says of finalists; {@link FinalistReader} is what reads it. */
@Schema(
    description =
        "How members of the last front become networks of their own: each is trained, validated"
            + " once on the test split, and exported. Where an attack names no epsilon, it is that of"
            + " evaluation.attack. Without a count above 0 nothing else may be given.")
public record FinalistsRequest(
    @Schema(
            description =
                "How many of the front: the most robust of each size class and the knee, as the"
                    + " guide to finalists says. 0: the job ends with its front.",
            minimum = "0",
            maximum = "12",
            defaultValue = "0")
        Integer count,
    @ArraySchema(
            minItems = 1,
            maxItems = 2,
            uniqueItems = true,
            arraySchema =
                @Schema(
                    description =
                        "What the trainings begin with: scratch, drawn weights; supernet, the"
                            + " subnet's weights in the supernet. By default each finalist is trained"
                            + " once from either, with the same settings.",
                    example = "[\"scratch\", \"supernet\"]"),
            schema = @Schema(allowableValues = {"scratch", "supernet"}))
        List<String> starts,
    SubnetTrainingRequest training,
    SelectionRequest selection,
    ValidationRequest validation,
    DistillationRequest distillation) {

  /** How one network is trained. */
  @Schema(
      description =
          "How a finalist is trained, with affine normalization. Members mean what they mean in the"
              + " supernet's training; defaults are not taken from there.")
  public record SubnetTrainingRequest(
      @Schema(
              description = "Batches. Other defaults: 400 for shapes.",
              minimum = "1",
              maximum = "10000000",
              defaultValue = "2000")
          Integer steps,
      @Schema(
              description = "Images per step.",
              minimum = "2",
              maximum = "4096",
              defaultValue = "64")
          Integer batchSize,
      LossRequest loss,
      @Schema(
              description =
                  "Here pgd by default. Other defaults of pgd: 2 steps for shapes; a stepSize of 0.75"
                      + " of epsilon for 2 steps, 0.5 for 3, 0.375 for 4, 0.3 for 5, 1.25 for 1.")
          InnerAttackRequest attack,
      @Schema(
              description =
                  "By which statistics normalizations stand while images are crafted:"
                      + " running-statistics, those that the network will be measured with, as in"
                      + " evaluation; batch-statistics and frozen-statistics as in the supernet's"
                      + " training. free and yopo craft with batch-statistics, their default.",
              allowableValues = {"batch-statistics", "frozen-statistics", "running-statistics"},
              defaultValue = "running-statistics")
          String crafting,
      @Schema(
              description = "Share of the steps over which epsilon rises from 0.",
              minimum = "0",
              maximum = "1",
              defaultValue = "0.2")
          Double epsilonWarmup,
      OptimizerRequest optimizer,
      @Schema(
              description = "Adversarial weight perturbation; 0 is none.",
              minimum = "0",
              maximum = "1",
              defaultValue = "0")
          Double weightPerturbation,
      @Schema(
              description = "Decay of an exponential moving average of the weights; 0 is none.",
              minimum = "0",
              maximum = "1",
              exclusiveMaximum = true,
              defaultValue = "0")
          Double averaging,
      AugmentationRequest augmentation) {}

  /** Which state of a training is kept. */
  @Schema(
      description =
          "Which state of a training is kept: robust accuracy can fall again in a long one (Rice et"
              + " al. 2020, arXiv 2002.11569). Of the states looked at, it is the one with the most"
              + " robust validation images, the earlier of equals.")
  public record SelectionRequest(
      @Schema(
              description =
                  "Steps between looks, by default a tenth of them; the end is looked at too.",
              minimum = "1",
              maximum = "10000000")
          Integer interval,
      @Schema(description = "By default pgd with 10 steps.") AttackRequest attack,
      @Schema(
              description =
                  "Of the validation images, from their beginning; by default as many as the search"
                      + " measures on, at most 256. Other defaults: at most 128 for shapes.",
              minimum = "1",
              maximum = "1000000")
          Integer images) {}

  /** What finalists learn from in place of labels. */
  @Schema(
      description =
          "Finalists learn from a robust teacher's soft labels in place of the true ones, in the"
              + " loss and in the attack (RSLAD: Zi et al. 2021, arXiv 2108.07969); absent: they"
              + " learn from the labels. With it training.loss is left out, and the attack is pgd or"
              + " fgsm-random-start. The teacher is at least as large as each finalist that it"
              + " teaches.")
  public record DistillationRequest(
      TeacherRequest teacher,
      @Schema(
              description =
                  "Weight of the loss on clean images; that on crafted ones has the rest. By default"
                      + " 1/6, as of the method's authors.",
              minimum = "0",
              maximum = "1")
          Double cleanWeight) {}

  /** Who teaches. */
  @Schema(
      description =
          "Who teaches: a network that is trained first, from scratch and on the labels, once for all"
              + " finalists with the same settings; or an artifact, and then nothing else is given.")
  public record TeacherRequest(
      @Schema(
              description =
                  "\"largest\", the subnet of the space with the most parameters; or any genotype of"
                      + " the space, a list of genes. By default \"largest\".",
              types = {"string", "array"},
              example = "largest")
          Object genotype,
      @Schema(
              description =
                  "How the teacher is trained; each member that is not given is as in the finalists'"
                      + " training. Its state is selected as theirs are.")
          SubnetTrainingRequest training,
      @Schema(
              description =
                  "SHA-256 of a network that was trained here before, such as another job's finalist,"
                      + " on the same data.",
              pattern = "[0-9a-f]{64}")
          String artifact) {}

  /** What is measured in the end. */
  @Schema(
      description =
          "What is measured in the end, once, on the test split, which nothing before has seen.")
  public record ValidationRequest(
      @Schema(
              description =
                  "By default autoattack; below 4 classes, where it is not defined, apgd-ce.")
          AttackRequest attack,
      @Schema(
              description =
                  "Of the test images, from their beginning. Other defaults: 256 for shapes.",
              minimum = "1",
              maximum = "1000000",
              defaultValue = "512")
          Integer images) {}
}
