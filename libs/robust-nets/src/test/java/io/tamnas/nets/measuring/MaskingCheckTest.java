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
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

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

  private Set<MaskingSign> signs(Classifier classifier, Attack attack) {
    long[] classes = classifier.logits(images).argMax(1).toLongArray();
    int[] labels = IntStream.range(0, IMAGES).map(i -> (int) classes[i]).toArray();
    ImageTensors.Batch batch = new ImageTensors.Batch(0, images, labels);
    Starts starts = Starts.seeded(1, PIXELS);
    MaskingCheck check = new MaskingCheck(classifier, attack, starts);
    var verdicts = new Attacker(classifier, attack, starts).judge(images, labels, 0);
    check.lookForZeroGradients(batch, verdicts);
    check.lookFurther(batch, verdicts, IMAGES);
    return check.signs();
  }
}
