package io.tamnas.trainer.training;

import io.tamnas.nets.training.InnerAttack;
import io.tamnas.nets.training.Mirror;
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
        attack(settings.attack()),
        settings.epsilonWarmup(),
        settings.scaleWarmup(),
        optimizer(settings.optimizer()),
        augmentation(settings.augmentation()));
  }

  private static InnerAttack attack(io.tamnas.protocol.training.InnerAttack attack) {
    double epsilon = attack.epsilon().value();
    double stepSize = attack.stepSize().value();
    return switch (attack) {
      case io.tamnas.protocol.training.InnerAttack.FgsmRandomStart fgsm ->
          new InnerAttack.FgsmRandomStart(epsilon, stepSize);
      case io.tamnas.protocol.training.InnerAttack.Pgd pgd ->
          new InnerAttack.Pgd(epsilon, stepSize, pgd.steps());
    };
  }

  private static TrainingRecipe.Optimizer optimizer(TrainingSettings.Optimizer optimizer) {
    return new TrainingRecipe.Optimizer(
        optimizer.learningRate(),
        optimizer.momentum(),
        optimizer.weightDecay(),
        optimizer.warmup(),
        optimizer.clipNorm());
  }

  private static TrainingRecipe.Augmentation augmentation(
      TrainingSettings.Augmentation augmentation) {
    Mirror mirror =
        switch (augmentation.mirror()) {
          case NEVER -> Mirror.NEVER;
          case RANDOM -> Mirror.RANDOM;
        };
    return new TrainingRecipe.Augmentation(augmentation.crop(), mirror);
  }
}
