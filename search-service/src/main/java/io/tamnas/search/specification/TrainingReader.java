package io.tamnas.search.specification;

import io.tamnas.protocol.training.InnerAttack;
import io.tamnas.protocol.training.TrainingSettings;
import io.tamnas.space.InputShape;

/** Reads {@code /training}. */
final class TrainingReader {

  private static final Interval SHARE = Interval.closed(0, 1);
  private static final Range STEPS = new Range(1, 10_000_000);
  private static final Range BATCH = new Range(2, 4096);

  private final Section section;

  TrainingReader(Section section) {
    this.section = section;
  }

  /**
   * @param trainingImages how many there are, or more than any batch where that is not known
   */
  TrainingSettings read(Defaults defaults, InputShape input, int trainingImages) {
    int batch = Math.min(Defaults.TRAINING_BATCH, trainingImages);
    InnerAttack attack = new InnerAttackReader(section.section("attack")).read(defaults);
    TrainingSettings settings =
        new TrainingSettings(
            section.wholeNumber("steps", STEPS, defaults.training().steps()),
            section.wholeNumber("batchSize", BATCH, batch),
            attack,
            section.number("epsilonWarmup", SHARE, defaults.training().epsilonWarmup()),
            section.number("scaleWarmup", SHARE, Defaults.SCALE_WARMUP),
            optimizer(section.section("optimizer"), defaults.training()),
            augmentation(section.section("augmentation"), defaults.training(), input));
    section.finish();
    return settings;
  }

  private static TrainingSettings.Optimizer optimizer(Section section, Defaults.Training usual) {
    TrainingSettings.Optimizer optimizer =
        new TrainingSettings.Optimizer(
            section.number("learningRate", Interval.above(0, 10), usual.learningRate()),
            section.number("momentum", Interval.below(0, 1), Defaults.MOMENTUM),
            section.number("weightDecay", SHARE, Defaults.WEIGHT_DECAY),
            section.number("warmup", SHARE, Defaults.LEARNING_RATE_WARMUP),
            section.number("clipNorm", Interval.above(0, 1_000_000), Defaults.CLIP_NORM));
    section.finish();
    return optimizer;
  }

  private static TrainingSettings.Augmentation augmentation(
      Section section, Defaults.Training usual, InputShape input) {
    TrainingSettings.Augmentation augmentation =
        new TrainingSettings.Augmentation(
            section.wholeNumber("crop", new Range(0, input.height() / 2), usual.crop()),
            section.word("mirror", Words.MIRROR, usual.mirror()));
    section.finish();
    return augmentation;
  }
}
