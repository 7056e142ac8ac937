package io.tamnas.nets.attack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import io.tamnas.nets.engine.DeviceChoice;
import io.tamnas.nets.engine.Engines;
import io.tamnas.nets.network.Classifier;
import io.tamnas.nets.random.NoiseStream;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every attack keeps to, on a linear classifier of random images. */
class AttackContractTest {
  private static final int IMAGES = 40;
  private static final int PIXELS = 2 * 3 * 3;
  private static final double EPSILON = 0.05;

  private NDManager manager;
  private NDArray images;
  private int[] labels;
  private Classifier classifier;

  @BeforeEach
  void drawImages() {
    Engines.configure(1, DeviceChoice.CPU);
    manager = Engines.newManager();
    images = manager.create(noise(1, IMAGES * PIXELS), new Shape(IMAGES, 2, 3, 3));
    labels = IntStream.range(0, IMAGES).map(i -> i % 3).toArray();
    NDArray weights = manager.create(noise(2, 3 * PIXELS), new Shape(PIXELS, 3)).sub(0.5f);
    classifier = x -> x.reshape(-1, PIXELS).matMul(weights);
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

  static List<Attack> attacks() {
    return List.of(
        new Attack.Fgsm(EPSILON),
        new Attack.Pgd(EPSILON, EPSILON / 2, 4, 1, Start.CLEAN),
        new Attack.Pgd(EPSILON, EPSILON / 2, 4, 2, Start.RANDOM),
        new Attack.FabT(EPSILON, 5, 2, 9),
        new Attack.Square(EPSILON, 60, 2));
  }

  @ParameterizedTest
  @MethodSource("attacks")
  void neverMakesAWrongImageRight(Attack attack) {
    Verdicts verdicts = judge(attack, IMAGES);

    for (int i = 0; i < IMAGES; i++) {
      assertThat(verdicts.correct()[i] || !verdicts.robust()[i]).isTrue();
    }
    assertThat(verdicts.robustCount()).isLessThan(verdicts.correctCount());
  }

  @ParameterizedTest
  @MethodSource("attacks")
  void judgesAnImageAlikeInBatchesOfAnySize(Attack attack) {
    boolean[] expected = judge(attack, IMAGES).robust();

    assertThat(judge(attack, 7).robust()).isEqualTo(expected);
    assertThat(judge(attack, 1).robust()).isEqualTo(expected);
  }

  @ParameterizedTest
  @MethodSource("attacks")
  void leavesTheImagesAsTheyWere(Attack attack) {
    float[] before = images.toFloatArray();

    judge(attack, IMAGES);

    assertThat(images.toFloatArray()).isEqualTo(before);
  }

  @ParameterizedTest
  @MethodSource("attacks")
  void keepsNoTensors(Attack attack) {
    int before = manager.getManagedArrays().size();

    new Attacker(classifier, attack, Starts.seeded(1, PIXELS)).judge(images, labels, 0);

    assertThat(manager.getManagedArrays()).hasSize(before);
  }

  @Test
  void breaksNothingWithoutABudget() {
    for (Attack attack :
        List.of(
            new Attack.Fgsm(0),
            new Attack.Pgd(0, 0.1, 3, 1, Start.RANDOM),
            new Attack.FabT(0, 3, 2, 9),
            new Attack.Square(0, 9, 2))) {
      Verdicts verdicts = judge(attack, IMAGES);

      assertThat(verdicts.robust()).isEqualTo(verdicts.correct());
    }
  }

  @Test
  void staysInTheBallAndInTheRangeOfPixels() {
    Ball ball = Ball.around(images, EPSILON);
    NDArray values = manager.create(noise(3, IMAGES * PIXELS), images.getShape());
    NDArray start = ball.start(images, values, EPSILON);
    NDArray moved = ball.ascend(start, values.sub(0.5f), 0.2);

    for (NDArray found : List.of(start, moved)) {
      assertThat(found.sub(images).abs().max().getFloat()).isLessThanOrEqualTo(0.0500001f);
      assertThat(found.min().getFloat()).isGreaterThanOrEqualTo(0);
      assertThat(found.max().getFloat()).isLessThanOrEqualTo(1);
    }
    assertThat(start.sub(images).abs().max().getFloat()).isGreaterThan(0.045f);
  }

  @Test
  void isStrongerWithMoreRunsAndDependsOnTheSeedAlone() {
    Attack.Pgd once = new Attack.Pgd(EPSILON, EPSILON / 2, 1, 1, Start.RANDOM);
    Attack.Pgd often = new Attack.Pgd(EPSILON, EPSILON / 2, 1, 5, Start.RANDOM);

    assertThat(judge(often, IMAGES).robustCount())
        .isLessThanOrEqualTo(judge(once, IMAGES).robustCount());
    assertThat(judge(once, IMAGES).robust()).isEqualTo(judge(once, IMAGES).robust());
  }

  @Test
  void callsNothingCorrectWhereLogitsAreNoNumbers() {
    Classifier broken = x -> classifier.logits(x).mul(Float.NaN);

    Verdicts verdicts =
        new Attacker(broken, new Attack.Fgsm(EPSILON), Starts.seeded(1, PIXELS))
            .judge(images, labels, 0);

    assertThat(verdicts.correctCount()).isZero();
  }

  @Test
  void refusesBudgetsThatAreNone() {
    assertThatThrownBy(() -> new Attack.Fgsm(9)).hasMessageContaining("0 to 1, not 9.0");
    assertThatThrownBy(() -> new Attack.Fgsm(Double.NaN)).hasMessageContaining("0 to 1");
    assertThatThrownBy(() -> new Attack.Pgd(0.1, -1, 1, 1, Start.CLEAN))
        .hasMessageContaining("step size");
    assertThatThrownBy(() -> new Attack.Pgd(0.1, 0.1, 0, 1, Start.CLEAN))
        .hasMessageContaining("at least one step");
    assertThatThrownBy(() -> new Attack.FabT(0.1, 1, 1, 0)).hasMessageContaining("one target");
    assertThatThrownBy(() -> new Attack.Square(0.1, 0, 1)).hasMessageContaining("one query");
  }

  private Verdicts judge(Attack attack, int batch) {
    return Batches.judge(
        new Attacker(classifier, attack, Starts.seeded(1, PIXELS)), images, labels, batch);
  }
}
