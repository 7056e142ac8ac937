package io.tamnas.nets.measuring;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import io.tamnas.nets.attack.Attack;
import io.tamnas.nets.attack.Attacker;
import io.tamnas.nets.attack.Start;
import io.tamnas.nets.attack.Starts;
import io.tamnas.nets.engine.DeviceChoice;
import io.tamnas.nets.engine.Engines;
import io.tamnas.nets.network.Classifier;
import io.tamnas.nets.random.NoiseStream;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Signs of masking on a linear classifier, as it is and made to hide its gradients. */
class MaskingCheckTest {
  private static final int IMAGES = 64;
  private static final int PIXELS = 3 * 4 * 4;
  private static final Attack PGD = new Attack.Pgd(0.05, 0.02, 5, 1, Start.CLEAN);

  private NDManager manager;
  private NDArray images;
  private Classifier honest;

  @BeforeEach
  void drawImages() {
    Engines.configure(1, DeviceChoice.CPU);
    manager = Engines.newManager();
    images = manager.create(noise(1, IMAGES * PIXELS), new Shape(IMAGES, 3, 4, 4));
    NDArray weights = manager.create(noise(2, 4 * PIXELS), new Shape(PIXELS, 4)).sub(0.5f);
    honest = x -> x.reshape(-1, PIXELS).matMul(weights);
  }

  @AfterEach
  void closeImages() {
    manager.close();
  }

  private static float[] noise(long stream, int count) {
    float[] values = new float[count];
    new NoiseStream(stream << 32, count).fill(0, values, 0);
    return values;
  }

  @Test
  void findsNoSignOnAnHonestClassifier() {
    assertThat(signs(honest, PGD)).isEmpty();
  }

  @Test
  void findsThatACertainClassifierHasNoGradient() {
    NDArray scale = manager.create(1e6f);

    assertThat(signs(x -> honest.logits(x).mul(scale), PGD))
        .contains(MaskingSign.ZERO_GRADIENTS, MaskingSign.SQUARE_BEATS_GRADIENT);
  }

  @Test
  void findsTheGradientThatACertainClassifierHasForOtherLosses() {
    NDArray scale = manager.create(1e6f);
    Classifier certain = x -> honest.logits(x).mul(scale);
    List<Attack> others =
        List.of(
            new Attack.Cw(0.05, 0.02, 5, 1, Start.CLEAN),
            new Attack.ApgdT(0.05, 5, 1, 3),
            new Attack.FabT(0.05, 5, 1, 3),
            new Attack.Sequence(List.of(PGD, new Attack.ApgdT(0.05, 5, 1, 3))));

    for (Attack attack : others) {
      assertThat(signs(certain, attack)).doesNotContain(MaskingSign.ZERO_GRADIENTS);
    }
  }

  @ParameterizedTest
  @MethodSource("attacksByGradients")
  void findsThatASteppedClassifierHasNoGradientForAnyLoss(Attack attack) {
    NDArray levels = manager.create(20f);

    assertThat(signs(x -> honest.logits(x.mul(levels).round().div(levels)), attack))
        .contains(MaskingSign.ZERO_GRADIENTS);
  }

  static List<Attack> attacksByGradients() {
    return List.of(
        new Attack.Fgsm(0.02),
        new Attack.MiFgsm(0.02, 0.01, 2, 1),
        new Attack.Cw(0.02, 0.01, 2, 1, Start.CLEAN),
        new Attack.ApgdCe(0.02, 2, 1),
        new Attack.ApgdT(0.02, 2, 1, 3),
        new Attack.FabT(0.02, 2, 1, 3),
        new Attack.Sequence(List.of(PGD, new Attack.Square(0.05, 1, 1))));
  }

  @Test
  void findsThatASteppedClassifierHasNoGradient() {
    NDArray levels = manager.create(20f);

    assertThat(signs(x -> honest.logits(x.mul(levels).round().div(levels)), PGD))
        .contains(MaskingSign.ZERO_GRADIENTS, MaskingSign.SQUARE_BEATS_GRADIENT);
  }

  @Test
  void findsThatAConstantClassifierDoesNotFallWithALargerBall() {
    NDArray constant = manager.create(new float[] {1, 0, 0, 0});

    assertThat(signs(x -> honest.logits(x).mul(manager.create(0f)).add(constant), PGD))
        .containsExactly(MaskingSign.ZERO_GRADIENTS, MaskingSign.NO_DROP_WITH_EPSILON);
  }

  @Test
  void looksForNothingWhereTheAttackAsksForNoGradients() {
    NDArray scale = manager.create(1e6f);

    assertThat(signs(x -> honest.logits(x).mul(scale), new Attack.Square(0.05, 20, 1))).isEmpty();
  }

  /** All images but the seventh are far from the boundary, and none is moved by the attack. */
  @Test
  void looksFurtherAtTheFirstImagesOfAllBatchesTogether() {
    float[] pixels = new float[8 * PIXELS];
    Arrays.fill(pixels, 0.9f);
    Arrays.fill(pixels, 6 * PIXELS, 7 * PIXELS, 0.501f);
    NDArray bright = manager.create(pixels, new Shape(8, 3, 4, 4));
    Classifier brightness = brightness();
    Attack still = new Attack.Pgd(0.05, 0, 1, 1, Start.CLEAN);

    for (int size : new int[] {1, 3, 4, 5, 8}) {
      assertThat(signs(brightness, still, bright, size, 6))
          .doesNotContain(MaskingSign.SQUARE_BEATS_GRADIENT);
      assertThat(signs(brightness, still, bright, size, 7))
          .contains(MaskingSign.SQUARE_BEATS_GRADIENT);
    }
  }

  /** The first class where the mean is above a half, else the second. */
  private Classifier brightness() {
    float[] weights = new float[4 * PIXELS];
    for (int pixel = 0; pixel < PIXELS; pixel++) {
      weights[4 * pixel] = 1f / PIXELS;
      weights[4 * pixel + 1] = -1f / PIXELS;
    }
    NDArray means = manager.create(weights, new Shape(PIXELS, 4));
    NDArray half = manager.create(new float[] {-0.5f, 0.5f, -9, -9});
    return x -> x.reshape(-1, PIXELS).matMul(means).add(half);
  }

  private static Set<MaskingSign> signs(
      Classifier classifier, Attack attack, NDArray images, int batchSize, int further) {
    Starts starts = Starts.seeded(1, PIXELS);
    MaskingCheck check = new MaskingCheck(classifier, attack, starts, further);
    int count = (int) images.getShape().get(0);
    for (int from = 0; from < count; from += batchSize) {
      int to = Math.min(count, from + batchSize);
      NDArray some = images.get(from + ":" + to);
      int[] labels = new int[to - from];
      var verdicts = new Attacker(classifier, attack, starts).judge(some, labels, from);
      assertThat(verdicts.robustCount()).isEqualTo(labels.length);
      check.lookFurther(new ImageTensors.Batch(from, some, labels), verdicts);
    }
    return check.signs();
  }

  private Set<MaskingSign> signs(Classifier classifier, Attack attack) {
    long[] classes = classifier.logits(images).argMax(1).toLongArray();
    int[] labels = IntStream.range(0, IMAGES).map(i -> (int) classes[i]).toArray();
    ImageTensors.Batch batch = new ImageTensors.Batch(0, images, labels);
    Starts starts = Starts.seeded(1, PIXELS);
    MaskingCheck check = new MaskingCheck(classifier, attack, starts, IMAGES);
    var verdicts = new Attacker(classifier, attack, starts).judge(images, labels, 0);
    check.lookForZeroGradients(batch, verdicts);
    check.lookFurther(batch, verdicts);
    return check.signs();
  }
}
