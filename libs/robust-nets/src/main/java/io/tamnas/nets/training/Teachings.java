package io.tamnas.nets.training;

import io.tamnas.nets.network.BatchStatistics;
import io.tamnas.nets.network.Constants;

/** Finds the teaching that a recipe asks for. */
final class Teachings {
  private Teachings() {}

  static Teaching of(
      TrainingRecipe recipe, TrainingState state, int classes, WeightUpdate update, long seed) {
    Constants constants = new Constants(state.manager());
    BatchStatistics statistics = new BatchStatistics(state.manager());
    Learning learning = new Learning(recipe.loss(), classes, statistics, constants);
    CraftingStart start = CraftingStart.of(recipe.loss(), recipe.attack(), seed);
    Adversaries adversaries = new Adversaries(recipe, statistics, constants);
    Budget budget = Budget.of(recipe);
    return switch (recipe.attack()) {
      case InnerAttack.FgsmRandomStart fgsm when fgsm.guardInterval() == 0 ->
          new CraftedTeaching(
              state.weights(), adversaries, new Crafting(budget, start, 1), learning, update);
      case InnerAttack.Pgd pgd ->
          new CraftedTeaching(
              state.weights(),
              adversaries,
              new Crafting(budget, start, pgd.steps()),
              learning,
              update);
      case InnerAttack.FgsmRandomStart _, InnerAttack.Free _, InnerAttack.Yopo _ ->
          throw new UnsupportedOperationException(recipe.attack().text());
    };
  }
}
