package io.tamnas.search.specification;

import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import java.util.List;

/**
 * What the published contract says about a specification; {@link SpecificationReader} is what reads
 * it. Defaults are those of {@code cifar10}; where other data sets have other ones, the description
 * lists them in a sentence that begins with "Other defaults".
 */
@Schema(
    description =
        "A search job. Only the data set is required; everything else has a good default. Where it"
            + " depends on the data set, the default of cifar10 is given, and the description names the"
            + " others. Members that are not listed here are refused.",
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
    FinalistsRequest finalists,
    CorrelationRequest correlation,
    SupernetRequest supernet,
    OriginRequest origin) {

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
                  "Training images set aside for the search. Other defaults: 512 for shapes, but at most"
                      + " a quarter of its training images.",
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
              description =
                  "tam: 20 layers for images of about 32x32, of 19 thousand to 6 million parameters"
                      + " by width. tam-nano: 6 layers, for quick starts. tam-imagenet: tam with"
                      + " stride 2 in the stem and every stage, for images of about 224x224.",
              allowableValues = {"tam", "tam-nano", "tam-imagenet"},
              defaultValue = "tam-nano")
          String preset,
      @Schema(
              description =
                  "The share of the preset's channels; by default its narrowest. tam and tam-imagenet: 1,"
                      + " 1/2, 1/4 or 1/8; tam-nano: 1.",
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
              description =
                  "Batches. Each makes one update of the weights, with free as many as it has replays."
                      + " Other defaults: 3000 for fashion-mnist and mnist; 800 for shapes.",
              minimum = "1",
              maximum = "10000000",
              defaultValue = "5000")
          Integer steps,
      @Schema(
              description = "Images per step.",
              minimum = "2",
              maximum = "4096",
              defaultValue = "64")
          Integer batchSize,
      LossRequest loss,
      InnerAttackRequest attack,
      @Schema(
              description =
                  "By which statistics normalizations stand while images are crafted:"
                      + " batch-statistics, those of the crafted batch, anew in every pass;"
                      + " frozen-statistics, those of the clean batch, taken once, which is faster."
                      + " free and yopo craft with batch-statistics.",
              allowableValues = {"batch-statistics", "frozen-statistics"},
              defaultValue = "batch-statistics")
          String crafting,
      @Schema(
              description =
                  "Share of the steps over which epsilon rises from 0. Other defaults: 0.7 for"
                      + " fashion-mnist, mnist, shapes and svhn.",
              minimum = "0",
              maximum = "1",
              defaultValue = "0.5")
          Double epsilonWarmup,
      @Schema(
              description =
                  "Share of the steps over which the smallest channel scale falls from the widest"
                      + " to the narrowest.",
              minimum = "0",
              maximum = "1",
              defaultValue = "0.3")
          Double scaleWarmup,
      PathsRequest paths,
      OptimizerRequest optimizer,
      @Schema(
              description =
                  "Adversarial weight perturbation (Wu et al. 2020, arXiv 2004.05884): how far the"
                      + " weights are moved against the training before each update, as a share of"
                      + " their norm. 0 is none; the paper takes 0.005 to 0.01. Not with free and"
                      + " yopo.",
              minimum = "0",
              maximum = "1",
              defaultValue = "0")
          Double weightPerturbation,
      @Schema(
              description =
                  "Decay d of an exponential moving average of the weights, which becomes the"
                      + " supernet, such as 0.999. In step t, counted from 0, it is min(d, (1 + t)/(10 + t)),"
                      + " so that the first weights are soon forgotten. 0: no average, the last weights.",
              minimum = "0",
              maximum = "1",
              exclusiveMaximum = true,
              defaultValue = "0")
          Double averaging,
      AugmentationRequest augmentation) {}

  /** What training minimizes. */
  @Schema(description = "What training minimizes.")
  public record LossRequest(
      @Schema(
              description =
                  "adversarial-cross-entropy: of the crafted images alone (Madry et al. 2018, arXiv"
                      + " 1706.06083). trades: cross-entropy of the clean images plus beta times the"
                      + " divergence of the crafted images' class probabilities from the clean ones';"
                      + " images are crafted to raise that divergence, under pgd from normal noise of"
                      + " standard deviation 0.001 (Zhang et al. 2019, arXiv 1901.08573). alp: half"
                      + " the cross-entropy of the clean images plus half that of the crafted ones,"
                      + " plus lambda times the squared difference of their logits, averaged over the"
                      + " classes (Kannan et al. 2018, arXiv 1803.06373). mart: boosted cross-entropy"
                      + " of the crafted images plus beta times their divergence from the clean ones,"
                      + " weighted by the clean image's doubt of its label (Wang et al., ICLR 2020)."
                      + " free and yopo train with"
                      + " adversarial-cross-entropy alone.",
              allowableValues = {"adversarial-cross-entropy", "trades", "alp", "mart"},
              defaultValue = "adversarial-cross-entropy")
          String kind,
      @Schema(
              description =
                  "For trades, 6 by default, and mart, 5: the weight of robustness against accuracy.",
              minimum = "0",
              maximum = "1000")
          Double beta,
      @Schema(
              description = "For alp, 0.5 by default: the weight of the pairing.",
              minimum = "0",
              maximum = "1000")
          Double lambda,
      @Schema(
              description =
                  "How much of the target is spread evenly over all classes (Szegedy et al. 2016,"
                      + " arXiv 1512.00567, section 7).",
              minimum = "0",
              maximum = "1",
              exclusiveMaximum = true,
              defaultValue = "0")
          Double labelSmoothing) {}

  /** The attack inside training. */
  @Schema(description = "The attack that crafts the training images.")
  public record InnerAttackRequest(
      @Schema(
              description =
                  "fgsm-random-start: one step from a random start (Wong et al. 2020, arXiv"
                      + " 2001.03994). pgd: several (Madry et al. 2018, arXiv 1706.06083). free:"
                      + " each batch is replayed, each replay updates weights and images (Shafahi"
                      + " et al. 2019, arXiv 1904.12843). yopo: few full passes, each followed by"
                      + " steps through the first layer alone; one update with the sum of the full"
                      + " passes' gradients (Zhang et al. 2019, arXiv 1905.00877). free"
                      + " and yopo craft in the passes that train: only with loss"
                      + " adversarial-cross-entropy, crafting batch-statistics, paths.source own,"
                      + " paths.perBatch 1, no weightPerturbation, and free with paths.perStep 1.",
              allowableValues = {"fgsm-random-start", "pgd", "free", "yopo"},
              defaultValue = "fgsm-random-start")
          String method,
      @Schema(
              description =
                  "The radius, in the scale of the pixels, 0.00001 to 1, a number or a fraction."
                      + " Other defaults: 0.1 for fashion-mnist and mnist.",
              types = {"string", "number"},
              defaultValue = "8/255")
          String epsilon,
      @Schema(
              description =
                  "The length of a step, at most twice epsilon; by default 1.25 of it for"
                      + " fgsm-random-start, a quarter for pgd and yopo, all of it for free. Other"
                      + " defaults: 0.125 for fashion-mnist and mnist.",
              types = {"string", "number"},
              defaultValue = "10/255")
          String stepSize,
      @Schema(description = "For pgd alone; 7 by default.", minimum = "1", maximum = "100")
          Integer steps,
      @Schema(
              description =
                  "For fgsm-random-start alone: how many training steps lie between two looks for"
                      + " catastrophic overfitting. A look crafts one batch both with the one step"
                      + " and with 7 steps of a quarter of epsilon. Where the 7 leave less than half"
                      + " as many images standing, training crafts with them until the next look."
                      + " 0: never; 100 is common.",
              minimum = "0",
              maximum = "1000000",
              defaultValue = "0")
          Integer guardInterval,
      @Schema(
              description =
                  "For free alone, how often a batch is replayed, the paper's m; 4 by default.",
              minimum = "1",
              maximum = "100")
          Integer replays,
      @Schema(
              description = "For yopo alone, full passes, the paper's m; 5 by default.",
              minimum = "1",
              maximum = "100")
          Integer outer,
      @Schema(
              description =
                  "For yopo alone, steps after each full pass, the paper's n; 3 by default.",
              minimum = "1",
              maximum = "100")
          Integer inner) {}

  /** Which paths a step trains. */
  @Schema(
      description =
          "Which paths through the supernet a step trains, and against whose images. The gradients"
              + " of a step's paths are averaged into one update.")
  public record PathsRequest(
      @Schema(
              description =
                  "uniform: each choice with equal chance (Guo et al. 2019, arXiv 1904.00420)."
                      + " parameter-bins: first one of several equally wide ranges of parameter"
                      + " counts, then a path in it. sandwich: the largest, the smallest, the rest"
                      + " uniform (Yu, Huang 2019, arXiv 1903.05134).",
              allowableValues = {"uniform", "parameter-bins", "sandwich"},
              defaultValue = "uniform")
          String policy,
      @Schema(
              description = "For parameter-bins alone, how many ranges; 10 by default.",
              minimum = "2",
              maximum = "100")
          Integer bins,
      @Schema(
              description =
                  "How many paths train in a step. sandwich: 3, at least 2. A step costs as many"
                      + " passes.",
              minimum = "1",
              maximum = "16",
              defaultValue = "1")
          Integer perStep,
      @Schema(
              description =
                  "How many of them share one crafted batch: groups of this size, so it divides"
                      + " perStep.",
              minimum = "1",
              maximum = "16",
              defaultValue = "1")
          Integer perBatch,
      @Schema(
              description =
                  "Whose gradient crafts a group's images: its own, that is the group's first path;"
                      + " the largest or the smallest subnet; a random-other path; the mean of"
                      + " several.",
              allowableValues = {"own", "largest", "smallest", "random-other", "mean"},
              defaultValue = "own")
          String source,
      @Schema(
              description =
                  "For mean alone, how many paths' gradients are averaged, the group's first among"
                      + " them; 2 by default.",
              minimum = "2",
              maximum = "16")
          Integer sources) {}

  /** What a gradient does to the weights. */
  @Schema(description = "What a gradient does to the weights, and at which rate.")
  public record OptimizerRequest(
      @Schema(
              description =
                  "sgd: stochastic gradient descent with Nesterov momentum. adamw: Adam with"
                      + " decoupled weight decay (Loshchilov, Hutter 2019, arXiv 1711.05101).",
              allowableValues = {"sgd", "adamw"},
              defaultValue = "sgd")
          String method,
      @Schema(
              description =
                  "The peak. For adamw 0.001 by default. Other defaults: 0.1 for fashion-mnist, mnist,"
                      + " shapes and svhn.",
              minimum = "0",
              exclusiveMinimum = true,
              maximum = "10",
              defaultValue = "0.2")
          Double learningRate,
      @Schema(
              description = "For sgd alone.",
              minimum = "0",
              maximum = "1",
              exclusiveMaximum = true,
              defaultValue = "0.9")
          Double momentum,
      @Schema(
              description = "For adamw alone, decay of the gradient's mean; 0.9 by default.",
              minimum = "0",
              maximum = "1",
              exclusiveMaximum = true)
          Double beta1,
      @Schema(
              description = "For adamw alone, decay of the gradient's square; 0.999 by default.",
              minimum = "0",
              maximum = "1",
              exclusiveMaximum = true)
          Double beta2,
      @Schema(
              description = "For adamw alone, keeps it from dividing by 0; 1e-8 by default.",
              minimum = "0",
              exclusiveMinimum = true,
              maximum = "1")
          Double epsilon,
      @Schema(
              description = "Of kernels and matrices. adamw: 0.01, decoupled.",
              minimum = "0",
              maximum = "1",
              exclusiveMaximum = true,
              defaultValue = "0.0005")
          Double weightDecay,
      @Schema(
              description =
                  "How the rate falls after its warm-up. cosine: along half a cosine to 0"
                      + " (Loshchilov, Hutter 2017, arXiv 1608.03983). step: to a tenth at half of"
                      + " the steps, and again at three quarters. one-cycle: linearly to 0 (Smith"
                      + " 2018, arXiv 1803.09820).",
              allowableValues = {"cosine", "step", "one-cycle"},
              defaultValue = "cosine")
          String schedule,
      @Schema(
              description =
                  "Share of the steps over which the rate rises linearly to its peak. one-cycle: 0.3,"
                      + " above 0.",
              minimum = "0",
              maximum = "1",
              defaultValue = "0.05")
          Double warmup,
      @Schema(
              description = "The gradient's global L2 norm is cut to this.",
              minimum = "0",
              exclusiveMinimum = true,
              maximum = "1000000",
              defaultValue = "5")
          Double clipNorm) {}

  /** What happens to training images. */
  @Schema(description = "What happens to training images.")
  public record AugmentationRequest(
      @Schema(
              description =
                  "Pixels of padding before a random crop, at most half the image. Other defaults: 2"
                      + " for fashion-mnist, mnist and svhn; 1 for shapes.",
              minimum = "0",
              defaultValue = "4")
          Integer crop,
      @Schema(
              description =
                  "Whether images are mirrored left to right. Other defaults: never for mnist and"
                      + " svhn.",
              allowableValues = {"never", "random"},
              defaultValue = "random")
          String mirror,
      @Schema(
              description =
                  "Side of a square of zeros at a random place, at most the image's (DeVries, Taylor"
                      + " 2017, arXiv 1708.04552); 0 is none.",
              minimum = "0",
              defaultValue = "0")
          Integer cutout) {}

  /** How NSGA-II searches. */
  @Schema(description = "How NSGA-II searches.")
  public record SearchRequest(
      @Schema(
              description = "How many genotypes a generation keeps. Other defaults: 12 for shapes.",
              minimum = "4",
              maximum = "4000",
              defaultValue = "16")
          Integer population,
      @Schema(
              description =
                  "How many follow the first, which is drawn. Other defaults: 5 for shapes.",
              minimum = "1",
              maximum = "1000",
              defaultValue = "8")
          Integer generations,
      @Schema(
              description =
                  "At least two of adversarialAccuracy, cleanAccuracy, parameters, multiplyAdds,"
                      + " latency. The last is measured on one kind of machine; no front with it"
                      + " can be promised to come out the same again.",
              defaultValue = "[\"adversarialAccuracy\",\"cleanAccuracy\",\"parameters\"]")
          List<String> objectives,
      ConstraintsRequest constraints,
      CrossoverRequest crossover,
      @Schema(
              description = "Of each gene; by default one gene of a genotype on average.",
              minimum = "0",
              maximum = "1")
          Double mutationProbability,
      @Schema(
              description =
                  "What the search is compared with after its last generation. random: as many"
                      + " feasible subnets as it has measured, drawn from the space by the seed and"
                      + " measured under the same protocol; they never enter the front. By default"
                      + " random where population × (generations + 1) is at most 200, else none.",
              allowableValues = {"none", "random"})
          String baseline) {}

  /** What a subnet may cost at most. */
  @Schema(description = "What a subnet may cost at most; by default no limit.")
  public record ConstraintsRequest(
      @Schema(minimum = "1", example = "50000") Long maxParameters,
      @Schema(minimum = "1", example = "20000000") Long maxMultiplyAdds,
      @Schema(
              description = "Of the median for a single image; latencies are measured for it.",
              minimum = "0",
              exclusiveMinimum = true,
              maximum = "1000000",
              example = "2.5")
          Double maxLatencyMillis) {}

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
              description =
                  "Of the validation images, from their beginning. Other defaults: 256 for shapes.",
              minimum = "1",
              maximum = "1000000",
              defaultValue = "512")
          Integer images,
      @Schema(
              description = "Images per pass. It changes bits, so it is part of the protocol.",
              minimum = "1",
              maximum = "4096",
              defaultValue = "256")
          Integer batchSize,
      @Schema(
              description = "Training images for the normalization statistics of a subnet.",
              minimum = "1",
              maximum = "1000000",
              defaultValue = "1024")
          Integer recalibrationImages,
      @Schema(
              description = "Images per pass of the recalibration.",
              minimum = "2",
              maximum = "4096",
              defaultValue = "128")
          Integer recalibrationBatch,
      @Schema(
              description =
                  "On how many of the images an attack by gradients is checked for masked gradients:"
                      + " by Square, which takes no gradients, and by an epsilon of at least 0.5,"
                      + " which should break almost all. What shows is a warning at the subnet. At"
                      + " most images. 0: no check; 0 by default where the attack takes no"
                      + " gradients.",
              minimum = "0",
              maximum = "1000000",
              defaultValue = "32")
          Integer maskingImages,
      @Schema(description = "Of everything random in the attack.", defaultValue = "1") Long seed,
      LatencyRequest latency) {}

  /** How latencies are measured. */
  @Schema(
      description =
          "How latencies are measured: the median over single images, one after the other, on one"
              + " CPU thread of ONNX Runtime in a process of its own. Only for a search with the"
              + " objective latency or the constraint maxLatencyMillis.")
  public record LatencyRequest(
      @Schema(
              description = "Classifications before those that count; 50 by default.",
              minimum = "0",
              maximum = "10000")
          Integer warmups,
      @Schema(
              description = "Classifications that count; 500 by default.",
              minimum = "5",
              maximum = "100000")
          Integer runs,
      @Schema(
              description =
                  "The kind of machine that measures, and no other: what a worker registers as its"
                      + " machine, in full. By default that of the first worker that measures for the"
                      + " job. The job waits while no such worker is there.",
              minLength = 1,
              maxLength = 500)
          String machine) {}

  /** The attack that measures. */
  @Schema(
      description =
          "The attack that measures, in the L-infinity ball. An image counts as right only where no"
              + " step of it breaks it. Each method has members of its own; others are refused.")
  public record AttackRequest(
      @Schema(
              description =
                  "fgsm: one step (Goodfellow et al. 2015, arXiv 1412.6572). pgd: several (Madry et"
                      + " al. 2018, arXiv 1706.06083). mi-fgsm: with momentum (Dong et al. 2018,"
                      + " arXiv 1710.06081). cw: pgd on the margin of Carlini, Wagner 2017 (arXiv"
                      + " 1608.04644). apgd-ce, apgd-t: with a step that adapts, on cross-entropy or"
                      + " the targeted difference of logits ratio (Croce, Hein 2020, arXiv"
                      + " 2003.01690). fab-t: targeted FAB (Croce, Hein 2020, arXiv 1907.02044)."
                      + " square: random search without gradients (Andriushchenko et al. 2020, arXiv"
                      + " 1912.00049). autoattack: the standard AutoAttack, apgd-ce, apgd-t, fab-t"
                      + " and square, each on what still stands. sequence: attacks of your own, one"
                      + " after the other. apgd-t and autoattack need at least 4 classes.",
              allowableValues = {
                "fgsm",
                "pgd",
                "mi-fgsm",
                "cw",
                "apgd-ce",
                "apgd-t",
                "fab-t",
                "square",
                "autoattack",
                "sequence"
              },
              defaultValue = "pgd")
          String method,
      @Schema(
              description =
                  "The radius, in the scale of the pixels, 0.00001 to 1, a number or a fraction; of"
                      + " a sequence, that of all its attacks. Other defaults: 0.1 for fashion-mnist"
                      + " and mnist.",
              types = {"string", "number"},
              defaultValue = "8/255")
          String epsilon,
      @Schema(
              description =
                  "For pgd, cw and mi-fgsm: the length of a step, at most twice epsilon; by default"
                      + " a quarter of it, of mi-fgsm a tenth. Other defaults: 0.025 for"
                      + " fashion-mnist and mnist.",
              types = {"string", "number"},
              defaultValue = "2/255")
          String stepSize,
      @Schema(
              description =
                  "For all but fgsm, square, autoattack and sequence. For apgd-ce, apgd-t and fab-t 100"
                      + " by default.",
              minimum = "1",
              maximum = "1000",
              defaultValue = "10")
          Integer steps,
      @Schema(
              description =
                  "For pgd, cw, apgd-ce, apgd-t, fab-t and square: runs, each from its own start; an"
                      + " image that one of them breaks is broken.",
              minimum = "1",
              maximum = "100",
              defaultValue = "1")
          Integer restarts,
      @Schema(
              description = "For pgd and cw: at the image itself, or anywhere in the ball.",
              allowableValues = {"clean", "random"},
              defaultValue = "random")
          String start,
      @Schema(
              description =
                  "For mi-fgsm alone, how much of the gathered gradient stays; 1 by default.",
              minimum = "0",
              maximum = "10")
          Double decay,
      @Schema(
              description =
                  "For apgd-t and fab-t, how many of the likeliest other classes are aimed at; by"
                      + " default 9, at most all others.",
              minimum = "1")
          Integer targets,
      @Schema(
              description = "For square alone, at most so many passes per image; 5000 by default.",
              minimum = "1",
              maximum = "1000000")
          Integer queries,
      @ArraySchema(
              minItems = 1,
              maxItems = 10,
              arraySchema =
                  @Schema(
                      description =
                          "For sequence alone: its attacks in their order, each on what still"
                              + " stands, all with the sequence's epsilon, none of them a sequence.",
                      example = "[{\"method\": \"apgd-ce\"}, {\"method\": \"apgd-t\"}]"))
          List<AttackRequest> attacks) {}

  /** A population of another job. */
  @Schema(
      description =
          "The population of another job that this one begins with, instead of a drawn one; needs"
              + " that job's supernet. A fork sets both.")
  public record OriginRequest(
      @Schema(requiredMode = RequiredMode.REQUIRED, description = "The other job.", format = "uuid")
          String job,
      @Schema(
              requiredMode = RequiredMode.REQUIRED,
              description = "The generation whose survivors are the population; it is ranked.",
              minimum = "0",
              maximum = "1000")
          Integer generation) {}

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
