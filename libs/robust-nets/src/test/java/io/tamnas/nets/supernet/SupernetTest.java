package io.tamnas.nets.supernet;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import io.tamnas.nets.block.NetworkScaling;
import io.tamnas.nets.block.Parameter;
import io.tamnas.nets.engine.DeviceChoice;
import io.tamnas.nets.engine.Engines;
import io.tamnas.nets.fixture.TinySpaces;
import io.tamnas.nets.network.BatchStatistics;
import io.tamnas.nets.network.Constants;
import io.tamnas.nets.network.NetworkPlan;
import io.tamnas.nets.network.Unfolded;
import io.tamnas.nets.network.Weights;
import io.tamnas.nets.random.NoiseStream;
import io.tamnas.nets.random.SplitMix;
import io.tamnas.space.SearchSpace;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SupernetTest {
  private final SearchSpace space = TinySpaces.everything();
  private final SupernetPlan plan = new SupernetPlan(space);
  private final InitialValues initial =
      new InitialValues(
          3, new PixelStatistics(new float[] {0.5f, 0.4f, 0.3f}, new float[] {0.2f, 0.2f, 0.3f}));
  private NDManager manager;
  private Supernet supernet;

  @BeforeEach
  void fillSupernet() {
    Engines.configure(1, DeviceChoice.CPU);
    manager = Engines.newManager();
    supernet = Supernet.of(plan, initial, manager);
  }

  @AfterEach
  void closeSupernet() {
    manager.close();
  }

  @Test
  void runsAPathAsANetworkOfItsOwnBuiltOfTheFirstChannels() {
    for (int i = 0; i < 6; i++) {
      NetworkPlan path = plan.path(space.draw(SplitMix.of(4, "genotype", i)));
      NDArray shared = logits(path, supernet.copy(manager));
      NDArray own = logits(path, this::firstChannels);

      assertThat(own.sub(shared).abs().max().getFloat()).isLessThan(1e-5f);
    }
  }

  /** Picks the values one by one from the drawn ones. */
  private NDArray firstChannels(Parameter part) {
    float[] whole = supernet.full(part).toFloatArray();
    long[] fullShape = supernet.full(part).getShape().getShape();
    long[] shape = part.shape().getShape();
    float[] values = new float[(int) part.shape().size()];
    for (int i = 0; i < values.length; i++) {
      int rest = i;
      int position = 0;
      int pitch = 1;
      for (int axis = shape.length - 1; axis >= 0; axis--) {
        position += pitch * (int) (rest % shape[axis]);
        rest /= (int) shape[axis];
        pitch *= (int) fullShape[axis];
      }
      values[i] = whole[position];
    }
    return manager.create(values, part.shape());
  }

  @Test
  void writesThroughAView() {
    Parameter wide =
        plan.parameters().stream()
            .filter(p -> p.name().equals("layers.0.shuffle3.main.0.weight"))
            .findFirst()
            .orElseThrow();
    Parameter narrow = new Parameter(wide.name(), new Shape(2, 3, 1, 1), wide.beginning());
    float before = supernet.full(wide).getFloat(2, 3, 0, 0);

    supernet.view(narrow, manager).muli(0);

    assertThat(supernet.full(wide).getFloat(1, 2, 0, 0)).isZero();
    assertThat(supernet.full(wide).getFloat(2, 3, 0, 0)).isEqualTo(before).isNotZero();
  }

  @Test
  void differentiatesEveryParameterOfAPathAndNoOther() {
    NetworkPlan path = plan.path(space.draw(SplitMix.of(4, "genotype", 9)));
    PathVariables variables = new PathVariables(supernet, path, manager);

    assertThat(variables.trained()).isEqualTo(path.parameters(NetworkScaling.NONE));
    assertThat(variables.frozen().get(path.classifier()).hasGradient()).isFalse();
    assertThat(variables.differentiable().get(path.classifier()).hasGradient()).isTrue();
    assertThat(variables.differentiable().get(path.pixelMean()).hasGradient()).isFalse();
  }

  @Test
  void beginsWithinTheBoundOfTheFanIn() {
    for (Parameter parameter : plan.parameters()) {
      if (parameter.beginning() instanceof Parameter.Beginning.Uniform(int fanIn)) {
        float greatest = supernet.full(parameter).abs().max().getFloat();
        assertThat(greatest).isPositive().isLessThanOrEqualTo((float) (1 / Math.sqrt(fanIn)));
      }
    }
  }

  private NDArray logits(NetworkPlan path, Weights weights) {
    float[] pixels = new float[5 * 3 * 64];
    new NoiseStream(1, pixels.length).fill(0, pixels, 0);
    Constants constants = new Constants(manager);
    return path.forward(
        new Unfolded(weights, NetworkScaling.NONE, new BatchStatistics(manager), constants),
        manager.create(pixels, new Shape(5, 3, 8, 8)));
  }
}
