package io.tamnas.search.specification;

import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import java.util.List;

/**
 * What the published contract says about a specification; {@link SpecificationReader} is what reads
 * it. Defaults are those of {@code cifar10} where they depend on the data set.
 */
@Schema(
    description =
        "A search job. Only the data set is required; everything else has a good default. Members"
            + " that are not listed here are refused.",
    example = "{\"dataset\": {\"name\": \"cifar10\"}}")
public record SearchJobRequest(
    @Schema(
            description =
                "A label for people, by default the data set's name. No part of the digest.",
            minLength = 1,
            maxLength = 100,
            example = "tiny and robust")
        String name,
    @Schema(description = "Everything random in the job follows from it.", defaultValue = "1")
        Long seed,
    @Schema(requiredMode = RequiredMode.REQUIRED) DatasetRequest dataset,
    SpaceRequest space,
    TrainingRequest training,
    SearchRequest search,
    EvaluationRequest evaluation,
    SupernetRequest supernet) {

  /** The images. */
  @Schema(description = "Which images, and how the training images are divided.")
  public record DatasetRequest(
      @Schema(
              requiredMode = RequiredMode.REQUIRED,
              allowableValues = {
                "cifar10",
                "cifar100",
                "fashion-mnist",
                "folder",
                "mnist",
                "shapes",
                "svhn"
              })
          String name,
      @Schema(
              description =
                  "Where the files lie, relative to each worker's data root; by default the data"
                      + " set's name. Not for shapes, which are drawn.",
              example = "cifar10")
          String directory,
      @Schema(
              description =
                  "Training images set aside for the search. Shapes: 512, at most a quarter.",
              minimum = "1",
              maximum = "1000000",
              defaultValue = "1024")
          Integer validationImages,
      @Schema(description = "Which images are set aside.", defaultValue = "1") Long splitSeed,
      ShapesRequest shapes,
      FolderRequest folder) {}

  /** How shapes are drawn. */
  @Schema(description = "How the data set shapes is drawn; for no other.")
  public record ShapesRequest(
      @Schema(minimum = "8", maximum = "64", defaultValue = "16") Integer imageSize,
      @Schema(minimum = "16", maximum = "100000", defaultValue = "4096") Integer trainingImages,
      @Schema(minimum = "1", maximum = "100000", defaultValue = "1024") Integer testImages,
      @Schema(defaultValue = "1") Long seed) {}

  /** What pictures are brought to. */
  @Schema(
      description =
          "For the data set folder, and required there: PNG and JPEG files in train/CLASS/ and"
              + " test/CLASS/ (or val/CLASS/). Each is cut to the square in its middle, then"
              + " resized.")
  public record FolderRequest(
      @Schema(
              description = "Height and width of the images.",
              minimum = "8",
              maximum = "512",
              defaultValue = "32")
          Integer imageSize,
      @Schema(
              description = "1: grey, 3: red, green and blue; nothing between.",
              minimum = "1",
              maximum = "3",
              defaultValue = "3")
          Integer channels,
      @Schema(
              description = "How many classes, that is directories in train, there are.",
              requiredMode = RequiredMode.REQUIRED,
              minimum = "2",
              maximum = "10000")
          Integer classes) {}

  /** The networks that may be found. */
  @Schema(
      description =
          "The networks that may be found: either a preset with width, blocks and scales, or a frame"
              + " in full with stem, layers and headWidth.")
  public record SpaceRequest(
      @Schema(
              allowableValues = {"tam", "tam-nano", "tam-imagenet"},
              defaultValue = "tam-nano")
          String preset,
      @Schema(
              description = "The share of the preset's channels; by default its narrowest.",
              allowableValues = {"1", "1/2", "1/4", "1/8"})
          String width,
      @Schema(
              description =
                  "Of every layer; by default the four plain ones. Non-local ones are left out where"
                      + " the feature map does not fit.",
              example = "[\"shuffle3\", \"shuffle5\", \"shuffle7\", \"xception\"]")
          List<String> blocks,
      @Schema(
              description =
                  "Channel scales of every layer, 0.1 to 4 in steps of 0.1; by default 0.2, 0.4 …"
                      + " 2.0.",
              example = "[0.2, 0.6, 1.0, 2.0]")
          List<Double> scales,
      StemRequest stem,
      List<LayerRequest> layers,
      @Schema(
              description = "Channels of the last convolution.",
              minimum = "1",
              maximum = "8192",
              example = "64")
          Integer headWidth) {}

  /** The first convolution. */
  @Schema(description = "The first convolution.")
  public record StemRequest(
      @Schema(requiredMode = RequiredMode.REQUIRED, minimum = "1", maximum = "8192", example = "8")
          Integer width,
      @Schema(minimum = "1", maximum = "2", defaultValue = "1") Integer stride) {}

  /** One layer. */
  @Schema(description = "One layer, with its choices.")
  public record LayerRequest(
      @Schema(requiredMode = RequiredMode.REQUIRED, minimum = "1", maximum = "8192", example = "16")
          Integer width,
      @Schema(minimum = "1", maximum = "2", defaultValue = "1") Integer stride,
      @Schema(
              description = "By default the four plain ones.",
              example = "[\"shuffle3\", \"xception-se\"]")
          List<String> blocks,
      @Schema(description = "By default 0.2, 0.4 … 2.0.", example = "[0.2, 1.0, 2.0]")
          List<Double> scales) {}

  /** How the supernet is trained. */
  @Schema(description = "How the supernet is trained. Not used where one is given.")
  public record TrainingRequest(
      @Schema(
              description = "Batches, each through one path. MNIST: 3000, shapes: 800.",
              minimum = "1",
              maximum = "10000000",
              defaultValue = "5000")
          Integer steps,
      @Schema(minimum = "2", maximum = "4096", defaultValue = "64") Integer batchSize,
      InnerAttackRequest attack,
      @Schema(
              description =
                  "Share of the steps over which epsilon rises from 0. MNIST and shapes: 0.7.",
              minimum = "0",
              maximum = "1",
              defaultValue = "0.5")
          Double epsilonWarmup,
      @Schema(
              description = "Share of the steps over which the smallest channel scale falls.",
              minimum = "0",
              maximum = "1",
              defaultValue = "0.3")
          Double scaleWarmup,
      OptimizerRequest optimizer,
      AugmentationRequest augmentation) {}

  /** The attack inside training. */
  @Schema(description = "The attack that crafts the training images.")
  public record InnerAttackRequest(
      @Schema(
              allowableValues = {"fgsm-random-start", "pgd"},
              defaultValue = "fgsm-random-start")
          String method,
      @Schema(
              description = "In the scale of the pixels, a number or a fraction. MNIST: 0.1.",
              types = {"string", "number"},
              defaultValue = "8/255")
          String epsilon,
      @Schema(
              description =
                  "At most twice epsilon; by default 1.25 of it for fgsm-random-start, a quarter for"
                      + " pgd.",
              types = {"string", "number"},
              defaultValue = "10/255")
          String stepSize,
      @Schema(description = "For pgd alone; 7 by default.", minimum = "1", maximum = "100")
          Integer steps) {}

  /** Stochastic gradient descent. */
  @Schema(description = "Stochastic gradient descent with Nesterov momentum; warm-up, then cosine.")
  public record OptimizerRequest(
      @Schema(
              description = "The peak. MNIST and shapes: 0.1.",
              minimum = "0",
              exclusiveMinimum = true,
              maximum = "10",
              defaultValue = "0.2")
          Double learningRate,
      @Schema(minimum = "0", maximum = "1", exclusiveMaximum = true, defaultValue = "0.9")
          Double momentum,
      @Schema(minimum = "0", maximum = "1", defaultValue = "0.0005") Double weightDecay,
      @Schema(minimum = "0", maximum = "1", defaultValue = "0.05") Double warmup,
      @Schema(minimum = "0", exclusiveMinimum = true, maximum = "1000000", defaultValue = "5")
          Double clipNorm) {}

  /** What happens to training images. */
  @Schema(description = "What happens to training images.")
  public record AugmentationRequest(
      @Schema(
              description =
                  "Pixels of padding before a random crop, at most half the image. MNIST: 2,"
                      + " shapes: 1.",
              minimum = "0",
              defaultValue = "4")
          Integer crop,
      @Schema(
              description = "MNIST: never.",
              allowableValues = {"never", "random"},
              defaultValue = "random")
          String mirror) {}

  /** How NSGA-II searches. */
  @Schema(description = "How NSGA-II searches.")
  public record SearchRequest(
      @Schema(description = "Shapes: 12.", minimum = "4", maximum = "4000", defaultValue = "16")
          Integer population,
      @Schema(
              description = "How many follow the first, which is drawn. Shapes: 5.",
              minimum = "1",
              maximum = "1000",
              defaultValue = "8")
          Integer generations,
      @Schema(
              description =
                  "At least two of adversarialAccuracy, cleanAccuracy, parameters, multiplyAdds.",
              defaultValue = "[\"adversarialAccuracy\",\"cleanAccuracy\",\"parameters\"]")
          List<String> objectives,
      ConstraintsRequest constraints,
      CrossoverRequest crossover,
      @Schema(
              description = "Of each gene; by default one gene of a genotype on average.",
              minimum = "0",
              maximum = "1")
          Double mutationProbability) {}

  /** What a subnet may cost at most. */
  @Schema(description = "What a subnet may cost at most; by default no limit.")
  public record ConstraintsRequest(
      @Schema(minimum = "1", example = "50000") Long maxParameters,
      @Schema(minimum = "1", example = "20000000") Long maxMultiplyAdds) {}

  /** How two parents make a child. */
  @Schema(description = "How two parents make a child.")
  public record CrossoverRequest(
      @Schema(
              allowableValues = {"uniform", "two-point"},
              defaultValue = "uniform")
          String kind,
      @Schema(minimum = "0", maximum = "1", defaultValue = "0.9") Double probability) {}

  /** How a subnet is measured. */
  @Schema(description = "How a subnet is measured. Other values make other measurements.")
  public record EvaluationRequest(
      AttackRequest attack,
      @Schema(
              description = "Of the validation images. Shapes: 256.",
              minimum = "1",
              maximum = "1000000",
              defaultValue = "512")
          Integer images,
      @Schema(minimum = "1", maximum = "4096", defaultValue = "128") Integer batchSize,
      @Schema(
              description = "Training images for the normalization statistics of a subnet.",
              minimum = "1",
              maximum = "1000000",
              defaultValue = "1024")
          Integer recalibrationImages,
      @Schema(minimum = "2", maximum = "4096", defaultValue = "128") Integer recalibrationBatch,
      @Schema(description = "Of the attack's random starts.", defaultValue = "1") Long seed) {}

  /** The attack that measures. */
  @Schema(description = "The attack that measures; all but method and epsilon for pgd alone.")
  public record AttackRequest(
      @Schema(
              allowableValues = {"fgsm", "pgd"},
              defaultValue = "pgd")
          String method,
      @Schema(
              description = "In the scale of the pixels, a number or a fraction. MNIST: 0.1.",
              types = {"string", "number"},
              defaultValue = "8/255")
          String epsilon,
      @Schema(
              description = "At most twice epsilon; by default a quarter of it.",
              types = {"string", "number"},
              defaultValue = "2/255")
          String stepSize,
      @Schema(minimum = "1", maximum = "1000", defaultValue = "10") Integer steps,
      @Schema(minimum = "1", maximum = "100", defaultValue = "1") Integer restarts,
      @Schema(
              allowableValues = {"clean", "random"},
              defaultValue = "random")
          String start) {}

  /** A trained supernet. */
  @Schema(
      description = "A supernet that an earlier job trained, to search instead of training one.")
  public record SupernetRequest(
      @Schema(
              requiredMode = RequiredMode.REQUIRED,
              description = "SHA-256 of its artifact.",
              pattern = "[0-9a-f]{64}")
          String artifact) {}
}
