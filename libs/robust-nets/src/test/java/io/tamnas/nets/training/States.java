package io.tamnas.nets.training;

import ai.djl.ndarray.NDManager;
import io.tamnas.nets.engine.Engines;
import io.tamnas.nets.supernet.InitialValues;
import io.tamnas.nets.supernet.PixelStatistics;
import io.tamnas.nets.supernet.Supernet;
import io.tamnas.nets.supernet.SupernetPlan;
import io.tamnas.space.SearchSpace;

/** Trainings that have not begun. */
final class States {
  private States() {}

  static TrainingState fresh(SearchSpace space) {
    NDManager manager = Engines.newManager();
    SupernetPlan plan = new SupernetPlan(space);
    float[] half = {0.5f, 0.5f, 0.5f};
    return new TrainingState(
        manager,
        Supernet.of(plan, new InitialValues(1, new PixelStatistics(half, half)), manager),
        Supernet.of(plan, parameter -> new float[(int) parameter.shape().size()], manager),
        new NamedNumbers());
  }
}
