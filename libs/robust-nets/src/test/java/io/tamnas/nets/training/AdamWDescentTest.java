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

/**
 * Numbers by hand for η = 0.1, β₁ = 0.5, β₂ = 0.75, ε = 0.25, λ = 0.5 and weights that begin at 2.
 */
class AdamWDescentTest {
  private static final Optimizer.AdamW SETTINGS =
      new Optimizer.AdamW(0.1, 0.5, 0.75, 0.25, 0.5, Double.MAX_VALUE);

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
  void movesAKernelByItsMomentsAndDecaysIt() {
    update(kernel, 4);
    // m = 2, v = 4; 2 − 0.1 · (4 / (√16 + 0.25) + 0.5 · 2)
    assertThat(weights(kernel)).allSatisfy(w -> assertThat(w).isCloseTo(1.80588f, within(1e-5f)));

    update(kernel, 1);
    // m = 1.5, v = 3.25; − 0.1 · ((1.5 / 0.75) / (√(3.25 / 0.4375) + 0.25) + 0.5 · 1.8058824)
    assertThat(values(state.trace(Trace.MOMENTA), kernel)).containsOnly(1.5f);
    assertThat(values(state.trace(Trace.SQUARES), kernel)).containsOnly(3.25f);
    assertThat(weights(kernel)).allSatisfy(w -> assertThat(w).isCloseTo(1.64837f, within(1e-5f)));
  }

  @Test
  void decaysNothingElse() {
    update(bias, 4);
    assertThat(weights(bias)).allSatisfy(w -> assertThat(w).isCloseTo(1.90588f, within(1e-5f)));

    update(bias, 1);
    assertThat(weights(bias)).allSatisfy(w -> assertThat(w).isCloseTo(1.83867f, within(1e-5f)));
  }

  @Test
  void correctsEachParameterByTheUpdatesThatItHad() {
    update(kernel, 4);
    update(kernel, 1);
    update(bias, 4);

    assertThat(weights(bias)).allSatisfy(w -> assertThat(w).isCloseTo(1.90588f, within(1e-5f)));
    assertThat(state.numbers().entries().values()).containsExactlyInAnyOrder("2", "1");
  }

  @Test
  void leavesWhatANarrowPathDoesNotUse() {
    long[] narrow = kernel.shape().getShape().clone();
    narrow[1]--;
    update(new Parameter(kernel.name(), new Shape(narrow), kernel.beginning()), 4);

    int width = (int) kernel.shape().get(1);
    for (Supernet touched :
        List.of(state.weights(), state.trace(Trace.MOMENTA), state.trace(Trace.SQUARES))) {
      float before = touched.equals(state.weights()) ? 2 : 0;
      List<Float> values = values(touched, kernel);
      for (int i = 0; i < values.size(); i++) {
        assertThat(values.get(i).equals(before)).isEqualTo(i % width == width - 1);
      }
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

  private static List<Float> values(Supernet supernet, Parameter parameter) {
    return Arrays.stream(supernet.full(parameter).toArray()).map(Number::floatValue).toList();
  }
}
