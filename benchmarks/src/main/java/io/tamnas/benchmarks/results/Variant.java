package io.tamnas.benchmarks.results;

import io.tamnas.nets.training.CraftingStatistics;
import io.tamnas.nets.training.InnerAttack;
import io.tamnas.nets.training.Loss;
import io.tamnas.nets.training.Optimizer;
import io.tamnas.nets.training.Paths;
import io.tamnas.nets.training.Schedule;
import io.tamnas.nets.training.TrainingRecipe;

/** A recipe of which one value at a time is exchanged. */
record Variant(TrainingRecipe recipe) {

  Variant loss(Loss loss) {
    return with(loss, recipe.attack(), recipe.crafting(), recipe.paths());
  }

  Variant attack(InnerAttack attack) {
    return with(recipe.loss(), attack, recipe.crafting(), recipe.paths());
  }

  Variant crafting(CraftingStatistics crafting) {
    return with(recipe.loss(), recipe.attack(), crafting, recipe.paths());
  }

  Variant paths(Paths paths) {
    return with(recipe.loss(), recipe.attack(), recipe.crafting(), paths);
  }

  Variant source(Paths.Source source) {
    Paths paths = recipe.paths();
    return paths(new Paths(paths.policy(), paths.perStep(), paths.perBatch(), source));
  }

  Variant epsilonWarmup(double share) {
    return with(share, recipe.scaleWarmup());
  }

  Variant scaleWarmup(double share) {
    return with(recipe.epsilonWarmup(), share);
  }

  Variant optimizer(Optimizer optimizer) {
    return with(optimizer, recipe.schedule(), recipe.weightPerturbation(), recipe.averaging());
  }

  Variant schedule(Schedule schedule) {
    return with(recipe.optimizer(), schedule, recipe.weightPerturbation(), recipe.averaging());
  }

  Variant weightPerturbation(double gamma) {
    return with(recipe.optimizer(), recipe.schedule(), gamma, recipe.averaging());
  }

  Variant averaging(double decay) {
    return with(recipe.optimizer(), recipe.schedule(), recipe.weightPerturbation(), decay);
  }

  private Variant with(Loss loss, InnerAttack attack, CraftingStatistics crafting, Paths paths) {
    return new Variant(
        new TrainingRecipe(
            recipe.steps(),
            recipe.batchSize(),
            loss,
            attack,
            crafting,
            recipe.epsilonWarmup(),
            recipe.scaleWarmup(),
            paths,
            recipe.optimizer(),
            recipe.schedule(),
            recipe.weightPerturbation(),
            recipe.averaging(),
            recipe.augmentation()));
  }

  private Variant with(double epsilonWarmup, double scaleWarmup) {
    return new Variant(
        new TrainingRecipe(
            recipe.steps(),
            recipe.batchSize(),
            recipe.loss(),
            recipe.attack(),
            recipe.crafting(),
            epsilonWarmup,
            scaleWarmup,
            recipe.paths(),
            recipe.optimizer(),
            recipe.schedule(),
            recipe.weightPerturbation(),
            recipe.averaging(),
            recipe.augmentation()));
  }

  private Variant with(
      Optimizer optimizer, Schedule schedule, double weightPerturbation, double averaging) {
    return new Variant(
        new TrainingRecipe(
            recipe.steps(),
            recipe.batchSize(),
            recipe.loss(),
            recipe.attack(),
            recipe.crafting(),
            recipe.epsilonWarmup(),
            recipe.scaleWarmup(),
            recipe.paths(),
            optimizer,
            schedule,
            weightPerturbation,
            averaging,
            recipe.augmentation()));
  }
}
