package io.tamnas.search.specification;

import io.tamnas.protocol.attack.Budget;
import io.tamnas.protocol.dataset.DatasetReference;
import io.tamnas.protocol.training.Mirror;
import io.tamnas.space.BlockChoice;
import io.tamnas.space.ChannelScale;
import io.tamnas.space.Preset;
import java.util.List;

/**
 * Every value that a specification may leave out; those that depend on the data set are the fields.
 * All of them, so that they are tuned in one place. Some are smaller where the user's own numbers
 * leave no room for them.
 *
 * @param epsilon of the attacks in training and in measuring
 */
record Defaults(
    Budget epsilon, Division division, Training training, Search search, Finalists finalists) {

  /**
   * Which images are set aside and which are measured on.
   *
   * @param validation set aside from the training images
   * @param measured of the validation images
   * @param recalibration of the training images
   */
  record Division(int validation, int measured, int recalibration) {}

  /**
   * How long a supernet is trained, how fast, and what happens to its images.
   *
   * @param learningRate the peak
   * @param epsilonWarmup the share of the steps over which ε rises
   * @param crop padding before a random crop
   */
  record Training(int steps, double learningRate, double epsilonWarmup, int crop, Mirror mirror) {}

  /** How long a search goes on. */
  record Search(int population, int generations) {}

  /**
   * How long a finalist is trained, and on how much it is measured.
   *
   * @param pgdSteps of the attack that crafts its images
   * @param shortSteps of a training that only shows how estimates order subnets
   * @param selectionImages of the validation images, for every look at a training
   * @param testImages of the test split, once
   */
  record Finalists(int steps, int pgdSteps, int shortSteps, int selectionImages, int testImages) {}

  static final long SEED = 1;

  static final DatasetReference.Shapes SHAPES = new DatasetReference.Shapes(16, 4096, 1024, 1);

  /** The classes stand in where the job does not say how many there are. */
  static final DatasetReference.Folder FOLDER = new DatasetReference.Folder(32, 3, 10);

  static final Preset PRESET = Preset.TAM_NANO;
  static final List<BlockChoice> BLOCKS = BlockChoice.PLAIN;
  static final List<ChannelScale> SCALES = ChannelScale.ALL;

  static final int TRAINING_BATCH = 64;
  static final double SCALE_WARMUP = 0.3;
  static final double FINALIST_EPSILON_WARMUP = 0.2;

  /** Of an exported file. */
  static final int CHECKED_IMAGES = 256;

  /** α of RSLAD, as its authors' code has it. */
  static final double DISTILLATION_CLEAN = 1 / 6.0;

  /** Of single images, the same for finalists. */
  static final int LATENCY_WARMUPS = 50;

  static final int LATENCY_RUNS = 500;

  /** How often a finalist's training is looked at. */
  static final int FINALIST_LOOKS = 10;

  static final double MOMENTUM = 0.9;
  static final double WEIGHT_DECAY = 0.0005;
  static final double LEARNING_RATE_WARMUP = 0.05;
  static final double CLIP_NORM = 5;

  static final double ADAMW_LEARNING_RATE = 0.001;
  static final double ADAMW_WEIGHT_DECAY = 0.01;
  static final double ADAMW_BETA1 = 0.9;
  static final double ADAMW_BETA2 = 0.999;
  static final double ADAMW_EPSILON = 1e-8;
  static final double ONE_CYCLE_WARMUP = 0.3;

  static final double TRADES_BETA = 6;
  static final double MART_BETA = 5;
  static final double ALP_LAMBDA = 0.5;

  static final int PATHS_PER_STEP = 1;
  static final int SANDWICH_PATHS = 3;
  static final int PATHS_PER_BATCH = 1;
  static final int PARAMETER_BINS = 10;
  static final int MEAN_SOURCES = 2;

  /** Steps of attacks as a share of ε. */
  static final String FGSM_STEP = "1.25";

  static final String FREE_STEP = "1";
  static final String USUAL_STEP = "0.25";
  static final String MOMENTUM_STEP = "0.1";
  static final int INNER_PGD_STEPS = 7;
  static final int REPLAYS = 4;
  static final int YOPO_OUTER = 5;
  static final int YOPO_INNER = 3;
  static final int PGD_STEPS = 10;
  static final int APGD_STEPS = 100;
  static final int RESTARTS = 1;
  static final int TARGETS = 9;
  static final int QUERIES = 5000;
  static final double DECAY = 1;
  static final int MASKING_IMAGES = 32;

  static final List<ObjectiveName> OBJECTIVES =
      List.of(
          ObjectiveName.ADVERSARIAL_ACCURACY,
          ObjectiveName.CLEAN_ACCURACY,
          ObjectiveName.PARAMETERS);
  static final Crossover CROSSOVER = new Crossover(CrossoverKind.UNIFORM, 0.9);

  /** Up to how many measurements a search is compared with a random one of as many. */
  static final int BASELINE_MEASUREMENTS = 200;

  static final int EVALUATION_BATCH = 256;
  static final int RECALIBRATION_BATCH = 128;

  /** What doubles the measurements is the default where they are few. */
  static BaselineKind baseline(int population, int generations) {
    return population * (generations + 1L) <= BASELINE_MEASUREMENTS
        ? BaselineKind.RANDOM
        : BaselineKind.NONE;
  }

  /** The same ones with another ε. */
  Defaults within(Budget other) {
    return new Defaults(other, division, training, search, finalists);
  }

  static Defaults of(DatasetCatalogue dataset) {
    return switch (dataset) {
      case CIFAR10, CIFAR100, FOLDER ->
          new Defaults(
              new Budget("8/255"),
              new Division(1024, 512, 1024),
              new Training(5000, 0.2, 0.5, 4, Mirror.RANDOM),
              new Search(16, 8),
              new Finalists(2000, INNER_PGD_STEPS, 300, 256, 512));
      case SVHN ->
          new Defaults(
              new Budget("8/255"),
              new Division(1024, 512, 1024),
              new Training(5000, 0.1, 0.7, 2, Mirror.NEVER),
              new Search(16, 8),
              new Finalists(2000, INNER_PGD_STEPS, 300, 256, 512));
      case FASHION_MNIST ->
          new Defaults(
              new Budget("0.1"),
              new Division(1024, 512, 1024),
              new Training(3000, 0.1, 0.7, 2, Mirror.RANDOM),
              new Search(16, 8),
              new Finalists(2000, INNER_PGD_STEPS, 300, 256, 512));
      case MNIST ->
          new Defaults(
              new Budget("0.1"),
              new Division(1024, 512, 1024),
              new Training(3000, 0.1, 0.7, 2, Mirror.NEVER),
              new Search(16, 8),
              new Finalists(2000, INNER_PGD_STEPS, 300, 256, 512));
      case SHAPES ->
          new Defaults(
              new Budget("8/255"),
              new Division(512, 256, 1024),
              new Training(800, 0.1, 0.7, 1, Mirror.RANDOM),
              new Search(12, 5),
              new Finalists(400, 2, 150, 128, 256));
    };
  }
}
