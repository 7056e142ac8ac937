package io.tamnas.nets.training;

import io.tamnas.nets.engine.Engines;
import io.tamnas.nets.fixture.Recipes;
import io.tamnas.nets.supernet.InitialValues;
import io.tamnas.nets.supernet.PixelStatistics;
import io.tamnas.nets.supernet.SupernetPlan;
import io.tamnas.space.SearchSpace;

/** Trainings that have not begun. */
final class States {
  private States() {}

  /** Of a training with stochastic gradient descent. */
  static TrainingState fresh(SearchSpace space) {
    return fresh(space, Recipes.clean(1));
  }

  static TrainingState fresh(SearchSpace space, TrainingRecipe recipe) {
    float[] half = {0.5f, 0.5f, 0.5f};
    return TrainingState.fresh(
        new SupernetPlan(space),
        new InitialValues(1, new PixelStatistics(half, half)),
        Trace.of(recipe),
        Engines.newManager());
  }
}
