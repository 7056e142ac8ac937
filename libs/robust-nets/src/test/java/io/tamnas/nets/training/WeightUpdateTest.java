package io.tamnas.nets.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import io.tamnas.nets.block.Parameter;
import io.tamnas.nets.engine.DeviceChoice;
import io.tamnas.nets.engine.Engines;
import io.tamnas.nets.fixture.Recipes;
import io.tamnas.nets.fixture.TinySpaces;
import io.tamnas.nets.supernet.GradientSum;
import java.util.List;
import org.junit.jupiter.api.Test;

class WeightUpdateTest {

  /** A mean gradient of 3, 4, 0, … has norm 5, of which 2.5 is left. */
  @Test
  void clipsTheMeanGradient() {
    Engines.configure(1, DeviceChoice.CPU);
    Optimizer halving = new Optimizer.Sgd(1, 0, 0, 2.5);
    TrainingRecipe recipe =
        Recipes.with(
            Recipes.with(Recipes.clean(10), halving), new Schedule(Schedule.Kind.COSINE, 0));
    try (TrainingState state = States.fresh(TinySpaces.single(), recipe);
        NDManager scratch = state.manager().newSubManager()) {
      Parameter parameter = state.plan().parameters().getLast();
      float[] values = state.weights().full(parameter).toFloatArray();
      float[] summed = new float[values.length];
      summed[0] = 6;
      summed[1] = 8;
      GradientSum gradient = new GradientSum(scratch);
      gradient.add(parameter, scratch.create(summed, parameter.shape()));

      assertThat(WeightUpdate.of(recipe, state, 4).apply(lesson(scratch), 1, gradient, 2))
          .isEqualTo(5);

      values[0] -= 1.5f;
      values[1] -= 2;
      assertThat(state.weights().full(parameter).toFloatArray())
          .containsExactly(values, within(1e-6f));
    }
  }

  private static Lesson lesson(NDManager scratch) {
    NDArray none = scratch.zeros(new Shape(1));
    return new Lesson(0, List.of(), none, none, new int[1], () -> {}, scratch);
  }
}
