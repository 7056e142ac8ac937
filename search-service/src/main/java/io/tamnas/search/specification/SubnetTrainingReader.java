package io.tamnas.search.specification;

import io.tamnas.protocol.training.CraftingStatistics;
import io.tamnas.protocol.training.InnerAttack;
import io.tamnas.protocol.training.Paths;
import io.tamnas.protocol.training.TrainingSettings;
import io.tamnas.space.InputShape;

/** Reads how one network is trained on its own, such as {@code /finalists/training}. */
final class SubnetTrainingReader {
  private static final Paths ONE_PATH = new Paths(new Paths.Uniform(), 1, 1, new Paths.Own());

  private final Section section;

  SubnetTrainingReader(Section section) {
    this.section = section;
  }

  /**
   * @param usualSteps where none are given
   * @param trainingImages how many there are, or more than any batch where that is not known
   */
  TrainingSettings read(Defaults defaults, int usualSteps, InputShape input, int trainingImages) {
    Defaults.Training usual = defaults.training();
    OptimizerReader optimizer = new OptimizerReader(section.section("optimizer"));
    InnerAttack attack = new InnerAttackReader(section.section("attack")).readOfFinalist(defaults);
    TrainingSettings settings =
        new TrainingSettings(
            section.wholeNumber("steps", TrainingReader.STEPS, usualSteps),
            section.wholeNumber(
                "batchSize",
                TrainingReader.BATCH,
                Math.min(Defaults.TRAINING_BATCH, trainingImages)),
            new LossReader(section.section("loss")).read(),
            attack,
            section.word("crafting", Words.SUBNET_CRAFTING, usualCrafting(attack)),
            section.number("epsilonWarmup", TrainingReader.SHARE, Defaults.FINALIST_EPSILON_WARMUP),
            0,
            ONE_PATH,
            optimizer.read(usual),
            optimizer.schedule(),
            section.number("weightPerturbation", TrainingReader.SHARE, 0),
            section.number("averaging", Interval.below(0, 1), 0),
            TrainingReader.augmentation(section.section("augmentation"), usual, input));
    if (settings.batchSize() > trainingImages && section.trusts("batchSize")) {
      section
          .findings()
          .add(
              section.pointer("batchSize"),
              "must be at most %d, the training images left beside the validation images, is %d"
                  .formatted(trainingImages, settings.batchSize()));
    }
    section.finish();
    new TrainingConsistency(section).check(settings);
    return settings;
  }

  private static CraftingStatistics usualCrafting(InnerAttack attack) {
    return switch (attack) {
      case InnerAttack.FgsmRandomStart _, InnerAttack.Pgd _ -> CraftingStatistics.RUNNING;
      case InnerAttack.Free _, InnerAttack.Yopo _ -> CraftingStatistics.BATCH;
    };
  }
}
