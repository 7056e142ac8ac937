package io.tamnas.nets.block;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import io.tamnas.nets.engine.DeviceChoice;
import io.tamnas.nets.engine.Engines;
import io.tamnas.nets.engine.Gradients;
import io.tamnas.nets.network.BatchStatistics;
import io.tamnas.nets.network.Constants;
import io.tamnas.nets.network.Unfolded;
import io.tamnas.nets.random.SplitMix;
import io.tamnas.space.BlockChoice;
import io.tamnas.space.SubnetLayer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every block's gradients in training, by its weights and by its images, against central
 * differences of a linear function of its output. Each is probed along the gradient, where a wrong
 * length shows, plus a drawn direction, where missing parts show.
 */
class BlockGradientTest {
  private static final Shape IMAGES = new Shape(4, 8, 8, 8);
  private static final String INPUT = "input";
  private static final double STEP = 3e-4;
  private static final double RELATIVE = 3e-2;

  /** What rounding makes of a difference that is none. */
  private static final double ABSOLUTE = 5e-2;

  /** A shorter gradient is rounding alone and points nowhere. */
  private static final double TINY = 1e-3;

  @BeforeAll
  static void configureEngine() {
    Engines.configure(1, DeviceChoice.CPU);
  }

  static Stream<SubnetLayer> layers() {
    return BlockChoice.ALL.stream()
        .flatMap(
            choice ->
                IntStream.of(1, 2).mapToObj(s -> new SubnetLayer(0, choice, 6, 8, 16, s, 8, 8)));
  }

  @ParameterizedTest
  @MethodSource("layers")
  void differentiatesByWeightsAndImages(SubnetLayer layer) {
    BlockPlan block = BlockPlan.of("p", layer);
    try (NDManager manager = Engines.newManager()) {
      Map<String, NDArray> point = point(block, manager);
      gradients(block, point, manager)
          .forEach(
              (name, gradient) -> {
                NDArray step = direction(name, gradient, manager).mul(STEP);
                double ahead = value(block, moved(point, name, step), manager);
                double behind = value(block, moved(point, name, step.neg()), manager);
                assertThat(2 * product(gradient, step))
                    .as(name)
                    .isCloseTo(
                        ahead - behind,
                        within(2 * STEP * (RELATIVE * length(gradient) + ABSOLUTE)));
              });
    }
  }

  private static Map<String, NDArray> point(BlockPlan block, NDManager manager) {
    Map<String, NDArray> point = new LinkedHashMap<>();
    point.put(INPUT, drawn(INPUT, IMAGES, manager));
    for (Parameter parameter : block.parameters(NetworkScaling.LEARNED)) {
      String name = parameter.name();
      boolean vector = parameter.shape().dimension() == 1;
      double centre = vector && name.endsWith(".weight") ? 1 : 0;
      NDArray values = drawn(name, parameter.shape(), manager);
      point.put(name, values.mul(vector ? 0.3 : 0.6).add(centre));
    }
    return point;
  }

  /** Uniform in [-1, 1). */
  private static NDArray drawn(String name, Shape shape, NDManager manager) {
    RandomGenerator random = SplitMix.of(11, name);
    float[] values = new float[(int) shape.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) (2 * random.nextDouble() - 1);
    }
    return manager.create(values, shape);
  }

  private static Map<String, NDArray> gradients(
      BlockPlan block, Map<String, NDArray> point, NDManager manager) {
    Map<String, NDArray> variables = new LinkedHashMap<>();
    point.forEach((name, values) -> variables.put(name, Gradients.variable(values, manager)));
    Gradients.record(
        () -> forward(block, variables, manager),
        output -> output.mul(cotangent(output, manager)).sum());
    Map<String, NDArray> gradients = new LinkedHashMap<>();
    variables.forEach((name, variable) -> gradients.put(name, variable.getGradient()));
    return gradients;
  }

  private static double value(BlockPlan block, Map<String, NDArray> point, NDManager manager) {
    NDArray output = forward(block, point, manager);
    return product(output, cotangent(output, manager));
  }

  private static NDArray forward(BlockPlan block, Map<String, NDArray> point, NDManager manager) {
    Unfolded training =
        new Unfolded(
            parameter -> Objects.requireNonNull(point.get(parameter.name())),
            NetworkScaling.LEARNED,
            new BatchStatistics(manager),
            new Constants(manager));
    return block.forward(training, Objects.requireNonNull(point.get(INPUT)));
  }

  private static NDArray cotangent(NDArray output, NDManager manager) {
    return drawn("cotangent", output.getShape(), manager);
  }

  private static NDArray direction(String name, NDArray gradient, NDManager manager) {
    NDArray drawn = drawn("towards " + name, gradient.getShape(), manager);
    return gradient.div(Math.max(length(gradient), TINY)).add(drawn.div(length(drawn)));
  }

  private static Map<String, NDArray> moved(Map<String, NDArray> point, String name, NDArray step) {
    Map<String, NDArray> moved = new LinkedHashMap<>(point);
    moved.computeIfPresent(name, (key, values) -> values.add(step));
    return moved;
  }

  private static double length(NDArray values) {
    return Math.sqrt(product(values, values));
  }

  /** In double precision. */
  private static double product(NDArray first, NDArray second) {
    float[] left = first.toFloatArray();
    float[] right = second.toFloatArray();
    return IntStream.range(0, left.length).mapToDouble(i -> (double) left[i] * right[i]).sum();
  }
}
