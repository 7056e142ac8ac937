package io.tamnas.trainer.training;

import io.tamnas.nets.training.Augmentation;
import io.tamnas.nets.training.CraftingStatistics;
import io.tamnas.nets.training.InnerAttack;
import io.tamnas.nets.training.Loss;
import io.tamnas.nets.training.Mirror;
import io.tamnas.nets.training.Optimizer;
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
        loss(settings.loss()),
        attack(settings.attack()),
        crafting(settings.crafting()),
        settings.epsilonWarmup(),
        settings.scaleWarmup(),
        PathSettings.of(settings.paths()),
        optimizer(settings.optimizer()),
        schedule(settings.schedule()),
        settings.weightPerturbation(),
        settings.averaging(),
        augmentation(settings.augmentation()));
  }

  private static Loss loss(io.tamnas.protocol.training.Loss loss) {
    double smoothing = loss.labelSmoothing();
    return switch (loss) {
      case io.tamnas.protocol.training.Loss.CrossEntropy _ -> new Loss.CrossEntropy(smoothing);
      case io.tamnas.protocol.training.Loss.Trades trades ->
          new Loss.Trades(trades.beta(), smoothing);
      case io.tamnas.protocol.training.Loss.Alp alp -> new Loss.Alp(alp.lambda(), smoothing);
      case io.tamnas.protocol.training.Loss.Mart mart -> new Loss.Mart(mart.beta(), smoothing);
    };
  }

  private static InnerAttack attack(io.tamnas.protocol.training.InnerAttack attack) {
    double epsilon = attack.epsilon().value();
    double stepSize = attack.stepSize().value();
    return switch (attack) {
      case io.tamnas.protocol.training.InnerAttack.FgsmRandomStart fgsm ->
          new InnerAttack.FgsmRandomStart(epsilon, stepSize, fgsm.guardInterval());
      case io.tamnas.protocol.training.InnerAttack.Pgd pgd ->
          new InnerAttack.Pgd(epsilon, stepSize, pgd.steps());
      case io.tamnas.protocol.training.InnerAttack.Free free ->
          new InnerAttack.Free(epsilon, stepSize, free.replays());
      case io.tamnas.protocol.training.InnerAttack.Yopo yopo ->
          new InnerAttack.Yopo(epsilon, stepSize, yopo.outer(), yopo.inner());
    };
  }

  private static CraftingStatistics crafting(
      io.tamnas.protocol.training.CraftingStatistics crafting) {
    return switch (crafting) {
      case BATCH -> CraftingStatistics.BATCH;
      case FROZEN -> CraftingStatistics.FROZEN;
      case RUNNING -> CraftingStatistics.RUNNING;
    };
  }

  private static Optimizer optimizer(io.tamnas.protocol.training.Optimizer optimizer) {
    return switch (optimizer) {
      case io.tamnas.protocol.training.Optimizer.Sgd sgd ->
          new Optimizer.Sgd(sgd.learningRate(), sgd.momentum(), sgd.weightDecay(), sgd.clipNorm());
      case io.tamnas.protocol.training.Optimizer.AdamW adam ->
          new Optimizer.AdamW(
              adam.learningRate(),
              adam.beta1(),
              adam.beta2(),
              adam.epsilon(),
              adam.weightDecay(),
              adam.clipNorm());
    };
  }

  private static Schedule schedule(io.tamnas.protocol.training.Schedule schedule) {
    Schedule.Kind kind =
        switch (schedule.kind()) {
          case COSINE -> Schedule.Kind.COSINE;
          case STEP -> Schedule.Kind.STEP;
          case ONE_CYCLE -> Schedule.Kind.ONE_CYCLE;
        };
    return new Schedule(kind, schedule.warmup());
  }

  private static Augmentation augmentation(TrainingSettings.Augmentation augmentation) {
    Mirror mirror =
        switch (augmentation.mirror()) {
          case NEVER -> Mirror.NEVER;
          case RANDOM -> Mirror.RANDOM;
        };
    return new Augmentation(augmentation.crop(), mirror, augmentation.cutout());
  }
}
