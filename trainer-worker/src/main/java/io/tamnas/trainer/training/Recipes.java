package io.tamnas.trainer.training;

import io.tamnas.nets.training.Augmentation;
import io.tamnas.nets.training.CraftingStatistics;
import io.tamnas.nets.training.InnerAttack;
import io.tamnas.nets.training.Loss;
import io.tamnas.nets.training.Mirror;
import io.tamnas.nets.training.Optimizer;
import io.tamnas.nets.training.Paths;
import io.tamnas.nets.training.Schedule;
import io.tamnas.nets.training.TrainingRecipe;
import io.tamnas.protocol.training.TrainingSettings;

/** From the settings that cross the wire to the recipe of the learning core. */
final class Recipes {
  private Recipes() {}

  /**
   * The recipe of these settings.
   *
   * @throws IllegalArgumentException where a value is out of its range
   */
  static TrainingRecipe of(TrainingSettings settings) {
    return new TrainingRecipe(
        settings.steps(),
        settings.batchSize(),
        new Loss.CrossEntropy(0),
        attack(settings.attack()),
        CraftingStatistics.BATCH,
        settings.epsilonWarmup(),
        settings.scaleWarmup(),
        Paths.single(),
        optimizer(settings.optimizer()),
        new Schedule(Schedule.Kind.COSINE, settings.optimizer().warmup()),
        0,
        0,
        augmentation(settings.augmentation()));
  }

  private static InnerAttack attack(io.tamnas.protocol.training.InnerAttack attack) {
    double epsilon = attack.epsilon().value();
    double stepSize = attack.stepSize().value();
    return switch (attack) {
      case io.tamnas.protocol.training.InnerAttack.FgsmRandomStart _ ->
          new InnerAttack.FgsmRandomStart(epsilon, stepSize, 0);
      case io.tamnas.protocol.training.InnerAttack.Pgd pgd ->
          new InnerAttack.Pgd(epsilon, stepSize, pgd.steps());
    };
  }

  private static Optimizer optimizer(TrainingSettings.Optimizer optimizer) {
    return new Optimizer.Sgd(
        optimizer.learningRate(),
        optimizer.momentum(),
        optimizer.weightDecay(),
        optimizer.clipNorm());
  }

  private static Augmentation augmentation(TrainingSettings.Augmentation augmentation) {
    Mirror mirror =
        switch (augmentation.mirror()) {
          case NEVER -> Mirror.NEVER;
          case RANDOM -> Mirror.RANDOM;
        };
    return new Augmentation(augmentation.crop(), mirror, 0);
  }
}
