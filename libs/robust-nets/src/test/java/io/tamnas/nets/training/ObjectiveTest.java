package io.tamnas.nets.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import io.tamnas.nets.engine.DeviceChoice;
import io.tamnas.nets.engine.Engines;
import io.tamnas.nets.engine.Gradients;
import java.util.Arrays;
import java.util.function.ToDoubleBiFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Losses against their formulas in plain Java, and their gradients against differences. */
class ObjectiveTest {
  private static final int CLASSES = 3;
  private static final int[] LABELS = {0, 2};
  private static final double[] CRAFTED = {0.3, 1.1, -0.4, 2.0, -1.0, 0.5};
  private static final double[] CLEAN = {1.2, 0.1, 0.4, 0.7, -0.3, 1.5};

  private final NDManager manager = manager();

  @BeforeAll
  static void configureEngine() {
    Engines.configure(1, DeviceChoice.CPU);
  }

  private static NDManager manager() {
    return Engines.newManager();
  }

  @AfterEach
  void close() {
    manager.close();
  }

  static Stream<Arguments> losses() {
    return Stream.of(
        losses(new Loss.CrossEntropy(0), (clean, crafted) -> entropy(crafted, 0)),
        losses(new Loss.CrossEntropy(0.3), (clean, crafted) -> entropy(crafted, 0.3)),
        losses(
            new Loss.Trades(6, 0),
            (clean, crafted) -> entropy(clean, 0) + 6 * divergence(clean, crafted, false)),
        losses(
            new Loss.Trades(2, 0.1),
            (clean, crafted) -> entropy(clean, 0.1) + 2 * divergence(clean, crafted, false)),
        losses(
            new Loss.Alp(0.5, 0.2),
            (clean, crafted) ->
                (entropy(clean, 0.2) + entropy(crafted, 0.2)) / 2 + 0.5 * distance(clean, crafted)),
        losses(
            new Loss.Mart(5, 0),
            (clean, crafted) ->
                entropy(crafted, 0) + margin(crafted) + 5 * divergence(clean, crafted, true)),
        losses(
            new Loss.Mart(3, 0.1),
            (clean, crafted) ->
                entropy(crafted, 0.1) + margin(crafted) + 3 * divergence(clean, crafted, true)));
  }

  private static Arguments losses(Loss loss, ToDoubleBiFunction<double[], double[]> formula) {
    return Arguments.of(loss, formula);
  }

  @ParameterizedTest
  @MethodSource("losses")
  void hasTheValueOfItsFormula(Loss loss, ToDoubleBiFunction<double[], double[]> formula) {
    NDArray value = objective(loss).sum(logits(CRAFTED), () -> logits(CLEAN));

    assertThat((double) value.getFloat())
        .isCloseTo(formula.applyAsDouble(CLEAN, CRAFTED), within(1e-5));
  }

  @ParameterizedTest
  @MethodSource("losses")
  void hasTheGradientOfItsFormulaByCraftedAndByCleanLogits(
      Loss loss, ToDoubleBiFunction<double[], double[]> formula) {
    Objective objective = objective(loss);
    NDArray crafted = Gradients.variable(logits(CRAFTED), manager);
    NDArray clean = Gradients.variable(logits(CLEAN), manager);
    Gradients.record(() -> objective.sum(crafted, () -> clean), sum -> sum);

    assertClose(crafted.getGradient(), differences(CRAFTED, x -> formula.applyAsDouble(CLEAN, x)));
    assertClose(clean.getGradient(), differences(CLEAN, x -> formula.applyAsDouble(x, CRAFTED)));
  }

  @Test
  void costsTwoClassesTwiceTheCrossEntropyInMart() {
    NDArray labels = manager.create(new long[] {1});
    NDArray logits = manager.create(new float[] {0, (float) Math.log(3)}, new Shape(1, 2));

    NDArray value = Objective.of(new Loss.Mart(0, 0), labels, 2).sum(logits, () -> logits);

    assertThat((double) value.getFloat()).isCloseTo(2 * Math.log(4 / 3.0), within(1e-6));
  }

  @Test
  void staysFiniteInMartWhereAnotherClassIsCertain() {
    NDArray labels = manager.create(new long[] {0});
    NDArray logits = manager.create(new float[] {-90, 90, -100}, new Shape(1, 3));
    Objective objective = Objective.of(new Loss.Mart(5, 0), labels, 3);

    NDArray gradient = Gradients.of(logits, x -> objective.sum(x, () -> logits));

    assertThat(gradient.toFloatArray()).doesNotContain(Float.NaN);
    assertThat(objective.sum(logits, () -> logits).getFloat()).isBetween(300f, 400f);
  }

  private Objective objective(Loss loss) {
    long[] labels = IntStream.of(LABELS).asLongStream().toArray();
    return Objective.of(loss, manager.create(labels), CLASSES);
  }

  private NDArray logits(double[] values) {
    float[] floats = new float[values.length];
    IntStream.range(0, values.length).forEach(i -> floats[i] = (float) values[i]);
    return manager.create(floats, new Shape(LABELS.length, CLASSES));
  }

  private interface Formula {
    double at(double[] logits);
  }

  private static double[] differences(double[] at, Formula formula) {
    return IntStream.range(0, at.length)
        .mapToDouble(i -> (formula.at(moved(at, i, 1e-5)) - formula.at(moved(at, i, -1e-5))) / 2e-5)
        .toArray();
  }

  private static double[] moved(double[] values, int index, double by) {
    double[] copy = values.clone();
    copy[index] += by;
    return copy;
  }

  private static void assertClose(NDArray gradient, double[] expected) {
    float[] found = gradient.toFloatArray();
    for (int i = 0; i < expected.length; i++) {
      assertThat((double) found[i]).isCloseTo(expected[i], within(1e-4));
    }
  }

  private static double[] softmax(double[] logits, int image) {
    double[] powers =
        Arrays.stream(logits, image * CLASSES, (image + 1) * CLASSES).map(Math::exp).toArray();
    double sum = Arrays.stream(powers).sum();
    return Arrays.stream(powers).map(power -> power / sum).toArray();
  }

  private static double entropy(double[] logits, double smoothing) {
    double sum = 0;
    for (int image = 0; image < LABELS.length; image++) {
      double[] p = softmax(logits, image);
      for (int k = 0; k < CLASSES; k++) {
        double mass = (k == LABELS[image] ? 1 - smoothing : 0) + smoothing / CLASSES;
        sum -= mass * Math.log(p[k]);
      }
    }
    return sum;
  }

  private static double divergence(double[] from, double[] to, boolean doubted) {
    double sum = 0;
    for (int image = 0; image < LABELS.length; image++) {
      double[] p = softmax(from, image);
      double[] q = softmax(to, image);
      double weight = doubted ? 1 - p[LABELS[image]] : 1;
      for (int k = 0; k < CLASSES; k++) {
        sum += weight * p[k] * Math.log(p[k] / q[k]);
      }
    }
    return sum;
  }

  private static double margin(double[] logits) {
    double sum = 0;
    for (int image = 0; image < LABELS.length; image++) {
      double[] p = softmax(logits, image);
      int label = LABELS[image];
      double rival =
          IntStream.range(0, CLASSES)
              .filter(k -> k != label)
              .mapToDouble(k -> p[k])
              .max()
              .orElse(0);
      sum -= Math.log(1 - rival);
    }
    return sum;
  }

  private static double distance(double[] left, double[] right) {
    return IntStream.range(0, left.length)
            .mapToDouble(i -> (left[i] - right[i]) * (left[i] - right[i]))
            .sum()
        / CLASSES;
  }
}
