package io.tamnas.search.specification;

import io.tamnas.protocol.training.CraftingStatistics;
import io.tamnas.protocol.training.TrainingSettings;
import io.tamnas.space.InputShape;

/** Reads {@code /training}. */
final class TrainingReader {
  static final Interval SHARE = Interval.closed(0, 1);
  static final Range STEPS = new Range(1, 10_000_000);
  static final Range BATCH = new Range(2, 4096);

  private final Section section;

  TrainingReader(Section section) {
    this.section = section;
  }

  /**
   * @param trainingImages how many there are, or more than any batch where that is not known
   */
  TrainingSettings read(Defaults defaults, InputShape input, int trainingImages) {
    Defaults.Training usual = defaults.training();
    OptimizerReader optimizer = new OptimizerReader(section.section("optimizer"));
    TrainingSettings settings =
        new TrainingSettings(
            section.wholeNumber("steps", STEPS, usual.steps()),
            section.wholeNumber(
                "batchSize", BATCH, Math.min(Defaults.TRAINING_BATCH, trainingImages)),
            new LossReader(section.section("loss")).read(),
            new InnerAttackReader(section.section("attack")).read(defaults),
            section.word("crafting", Words.CRAFTING, CraftingStatistics.BATCH),
            section.number("epsilonWarmup", SHARE, usual.epsilonWarmup()),
            section.number("scaleWarmup", SHARE, Defaults.SCALE_WARMUP),
            new PathsReader(section.section("paths")).read(),
            optimizer.read(usual),
            optimizer.schedule(),
            section.number("weightPerturbation", SHARE, 0),
            section.number("averaging", Interval.below(0, 1), 0),
            augmentation(section.section("augmentation"), usual, input));
    section.finish();
    new TrainingConsistency(section).check(settings);
    return settings;
  }

  /** The section is finished. */
  static TrainingSettings.Augmentation augmentation(
      Section section, Defaults.Training usual, InputShape input) {
    int side = Math.min(input.height(), input.width());
    TrainingSettings.Augmentation augmentation =
        new TrainingSettings.Augmentation(
            section.wholeNumber("crop", new Range(0, input.height() / 2), usual.crop()),
            section.word("mirror", Words.MIRROR, usual.mirror()),
            section.wholeNumber("cutout", new Range(0, side), 0));
    section.finish();
    return augmentation;
  }
}
