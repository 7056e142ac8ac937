package io.tamnas.nets.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import io.tamnas.nets.block.NetworkScaling;
import io.tamnas.nets.block.Parameter;
import io.tamnas.nets.engine.DeviceChoice;
import io.tamnas.nets.engine.Engines;
import io.tamnas.nets.engine.Gradients;
import io.tamnas.nets.fixture.TinySpaces;
import io.tamnas.nets.network.NetworkPlan;
import io.tamnas.nets.random.NoiseStream;
import io.tamnas.nets.supernet.GradientSum;
import io.tamnas.nets.supernet.PathVariables;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class YopoPassTest {
  private static final Shape SHAPE = new Shape(4, 3, 8, 8);

  @BeforeAll
  static void configureEngine() {
    Engines.configure(1, DeviceChoice.CPU);
  }

  static Stream<Loss> losses() {
    return Stream.of(
        new Loss.CrossEntropy(0.1), new Loss.Trades(3, 0), new Loss.Alp(1, 0), new Loss.Mart(3, 0));
  }

  /** The chain rule: cut behind the first layer, the gradients are those of the whole path. */
  @ParameterizedTest
  @MethodSource("losses")
  void hasTheGradientsOfTheWholePath(Loss loss) {
    try (TrainingState state = States.fresh(TinySpaces.single())) {
      Learning learning = new Learning(new LabelGoal(loss, 4), Normalizing.of(state));
      NetworkPlan path = state.plan().path(TinySpaces.first(state.plan().space()));
      Lesson lesson = lesson(state);
      NDArray crafted = images(state, 2);
      PathVariables whole = new PathVariables(state.weights(), path, state.manager());
      NDArray point = Gradients.variable(crafted, state.manager());
      Learning.Learned expected = learning.at(lesson, path, whole, point);

      GradientSum cut = new GradientSum(state.manager());
      PathVariables variables = new PathVariables(state.weights(), path, state.manager());
      YopoPass.Result found =
          new YopoPass(learning, lesson, path, variables).at(crafted, cut, state.manager());

      assertThat(found.learned().loss()).isCloseTo(expected.loss(), within(1e-4));
      assertThat(found.learned().correct()).isEqualTo(expected.correct());
      assertClose(found.gradient(), point.getGradient());
      for (Parameter parameter : path.parameters(NetworkScaling.NONE)) {
        assertClose(cut.gradient(parameter), whole.gradient(parameter));
      }
    }
  }

  private static Lesson lesson(TrainingState state) {
    NDArray labels = state.manager().create(new long[] {0, 1, 2, 3});
    return new Lesson(
        0, List.of(), images(state, 1), labels, new int[] {0, 1, 2, 3}, () -> {}, state.manager());
  }

  private static NDArray images(TrainingState state, long key) {
    float[] pixels = new float[(int) SHAPE.size()];
    new NoiseStream(key, pixels.length).fill(0, pixels, 0);
    return state.manager().create(pixels, SHAPE);
  }

  private static void assertClose(NDArray found, NDArray expected) {
    float scale = expected.abs().max().getFloat();
    assertThat(scale).isPositive();
    assertThat(found.sub(expected).abs().max().getFloat()).isLessThan(1e-3f * scale);
  }
}
