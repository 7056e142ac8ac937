package io.tamnas.nets.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import io.tamnas.nets.block.Parameter;
import io.tamnas.nets.engine.DeviceChoice;
import io.tamnas.nets.engine.Engines;
import io.tamnas.nets.engine.Gradients;
import io.tamnas.nets.fixture.Recipes;
import io.tamnas.nets.fixture.SyntheticDataset;
import io.tamnas.nets.fixture.TinySpaces;
import io.tamnas.nets.network.NetworkPlan;
import io.tamnas.nets.supernet.PathVariables;
import io.tamnas.space.SearchSpace;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class WeightPerturbationTest {
  private static final SearchSpace SPACE = TinySpaces.single();

  @BeforeAll
  static void configureEngine() {
    Engines.configure(1, DeviceChoice.CPU);
  }

  @Test
  void movesKernelsAlongTheirGradientByAShareOfTheirNorm() {
    try (TrainingState state = States.fresh(SPACE);
        NDManager scratch = state.manager().newSubManager()) {
      NetworkPlan path = state.plan().path(TinySpaces.first(SPACE));
      PathVariables variables = new PathVariables(state.weights(), path, scratch);
      String flat = state.plan().parameters().getLast().name();
      Map<String, NDArray> slopes = slopes(variables, flat, scratch);
      differentiate(variables, slopes);

      PathVariables moved = new WeightPerturbation(0.25).moved(path, variables, scratch);

      for (Parameter parameter : variables.trained()) {
        float[] weight = variables.frozen().get(parameter).toFloatArray();
        float[] slope = Objects.requireNonNull(slopes.get(parameter.name())).toFloatArray();
        double share =
            parameter.decays() && !parameter.name().equals(flat)
                ? 0.25 * norm(weight) / norm(slope)
                : 0;
        assertThat(moved.frozen().get(parameter).toFloatArray())
            .containsExactly(sum(weight, share, slope), within(1e-6f));
        assertThat(weight).isEqualTo(state.weights().full(parameter).toFloatArray());
        assertThat(moved.gradient(parameter).norm().getFloat()).isZero();
      }
    }
  }

  @Test
  void updatesTheWeightsFromWhereTheyWere() {
    Optimizer still = new Optimizer.Sgd(1e-6, 0, 0, 1);
    TrainingRecipe plain = Recipes.with(Recipes.adversarial(1), still);
    TrainingRecipe recipe = Recipes.perturbed(plain, 0.1);
    try (TrainingState state = States.fresh(SPACE, recipe);
        TrainingState other = States.fresh(SPACE, recipe);
        TrainingState before = States.fresh(SPACE, recipe)) {
      new TrainingStep(state, new SyntheticDataset(48, 1), recipe, 1).run(0);
      new TrainingStep(other, new SyntheticDataset(48, 1), plain, 1).run(0);

      Parameter last = state.plan().parameters().getLast();
      assertThat(state.weights().full(last).toFloatArray())
          .isNotEqualTo(other.weights().full(last).toFloatArray())
          .containsExactly(before.weights().full(last).toFloatArray(), within(1e-5f));
    }
  }

  /** A gradient for each parameter: 1, −2, 3, −4, …, but 0 for one. */
  private static Map<String, NDArray> slopes(
      PathVariables variables, String flat, NDManager manager) {
    Map<String, NDArray> slopes = new LinkedHashMap<>();
    for (Parameter parameter : variables.trained()) {
      float[] values = new float[(int) parameter.shape().size()];
      for (int i = 0; i < values.length; i++) {
        values[i] = parameter.name().equals(flat) ? 0 : (i % 2 == 0 ? 1 : -1) * (i + 1);
      }
      slopes.put(parameter.name(), manager.create(values, parameter.shape()));
    }
    return slopes;
  }

  private static void differentiate(PathVariables variables, Map<String, NDArray> slopes) {
    Gradients.record(
        () ->
            variables.trained().stream()
                .map(
                    p ->
                        variables
                            .differentiable()
                            .get(p)
                            .mul(Objects.requireNonNull(slopes.get(p.name())))
                            .sum())
                .reduce(NDArray::add)
                .orElseThrow(),
        sum -> sum);
  }

  private static float[] sum(float[] weight, double share, float[] slope) {
    float[] sum = weight.clone();
    for (int i = 0; i < sum.length; i++) {
      sum[i] += (float) (share * slope[i]);
    }
    return sum;
  }

  private static double norm(float[] values) {
    double squares = 0;
    for (float value : values) {
      squares += (double) value * value;
    }
    return Math.sqrt(squares);
  }
}
