package io.tamnas.nets.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import io.tamnas.nets.block.Parameter;
import io.tamnas.nets.engine.DeviceChoice;
import io.tamnas.nets.engine.Engines;
import io.tamnas.nets.fixture.Recipes;
import io.tamnas.nets.fixture.TinySpaces;
import io.tamnas.nets.supernet.Supernet;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Numbers by hand for η = 0.1, μ = 0.5, a decay of 0.25 and weights that begin at 2. */
class NesterovDescentTest {
  private static final Optimizer.Sgd SETTINGS = new Optimizer.Sgd(0.1, 0.5, 0.25, Double.MAX_VALUE);

  private TrainingState state;
  private Parameter kernel;
  private Parameter bias;

  @BeforeEach
  void begin() {
    Engines.configure(1, DeviceChoice.CPU);
    state = States.fresh(TinySpaces.everything(), Recipes.with(Recipes.clean(1), SETTINGS));
    List<Parameter> parameters = state.plan().parameters();
    kernel = parameters.getLast();
    bias = parameters.reversed().stream().filter(p -> !p.decays()).findFirst().orElseThrow();
    List.of(kernel, bias).forEach(p -> state.weights().full(p).muli(0).addi(2));
  }

  @AfterEach
  void end() {
    state.close();
  }

  @Test
  void movesAKernelAheadOfItsMomentumAndDecaysIt() {
    update(kernel, 4);
    // g = 4 + 0.25 · 2 = 4.5, v = 4.5; 2 − 0.1 · (4.5 + 0.5 · 4.5)
    assertThat(momenta(kernel)).containsOnly(4.5f);
    assertThat(weights(kernel)).allSatisfy(w -> assertThat(w).isCloseTo(1.325f, within(1e-6f)));

    update(kernel, 1);
    // g = 1 + 0.25 · 1.325, v = 0.5 · 4.5 + 1.33125; 1.325 − 0.1 · (1.33125 + 0.5 · 3.58125)
    assertThat(momenta(kernel)).allSatisfy(v -> assertThat(v).isCloseTo(3.58125f, within(1e-6f)));
    assertThat(weights(kernel)).allSatisfy(w -> assertThat(w).isCloseTo(1.0128125f, within(1e-6f)));
  }

  @Test
  void decaysNothingElse() {
    update(bias, 4);
    // v = 4; 2 − 0.1 · (4 + 0.5 · 4)
    assertThat(weights(bias)).allSatisfy(w -> assertThat(w).isCloseTo(1.4f, within(1e-6f)));

    update(bias, 1);
    // v = 0.5 · 4 + 1; 1.4 − 0.1 · (1 + 0.5 · 3)
    assertThat(momenta(bias)).containsOnly(3f);
    assertThat(weights(bias)).allSatisfy(w -> assertThat(w).isCloseTo(1.15f, within(1e-6f)));
  }

  @Test
  void leavesWhatANarrowPathDoesNotUse() {
    long[] narrow = kernel.shape().getShape().clone();
    narrow[1]--;
    update(new Parameter(kernel.name(), new Shape(narrow), kernel.beginning()), 4);

    int width = (int) kernel.shape().get(1);
    List<Float> weights = weights(kernel);
    List<Float> momenta = momenta(kernel);
    for (int i = 0; i < weights.size(); i++) {
      boolean beyond = i % width == width - 1;
      assertThat(weights.get(i) == 2f).isEqualTo(beyond);
      assertThat(momenta.get(i) == 0f).isEqualTo(beyond);
    }
  }

  private void update(Parameter parameter, float gradient) {
    try (NDManager scratch = state.manager().newSubManager()) {
      float[] values = new float[(int) parameter.shape().size()];
      Arrays.fill(values, gradient);
      Descent.of(SETTINGS, state)
          .update(parameter, scratch.create(values, parameter.shape()), 0.1f, scratch);
    }
  }

  private List<Float> weights(Parameter parameter) {
    return values(state.weights(), parameter);
  }

  private List<Float> momenta(Parameter parameter) {
    return values(state.trace(Trace.MOMENTA), parameter);
  }

  private static List<Float> values(Supernet supernet, Parameter parameter) {
    return Arrays.stream(supernet.full(parameter).toArray()).map(Number::floatValue).toList();
  }
}
