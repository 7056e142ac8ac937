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
import io.tamnas.nets.random.Permutation;
import io.tamnas.nets.random.SplitMix;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What every attack keeps to, on a small network of random weights and images. The standard
 * ensemble asks thousands of times, so it is shown few of the images.
 */
class AttackContractTest {
  private static final int IMAGES = 512;
  private static final int FEW = 20;
  private static final int PIXELS = 2 * 3 * 3;
  private static final int CLASSES = 5;
  private static final double EPSILON = 0.03;

  private NDManager manager;
  private NDArray images;
  private int[] labels;
  private Classifier classifier;

  @BeforeEach
  void drawImages() {
    Engines.configure(1, DeviceChoice.CPU);
    manager = Engines.newManager();
    images = manager.create(noise(1, IMAGES * PIXELS), new Shape(IMAGES, 2, 3, 3));
    NDArray first = manager.create(noise(2, 12 * PIXELS), new Shape(PIXELS, 12)).sub(0.5f);
    NDArray second = manager.create(noise(3, 12 * CLASSES), new Shape(12, CLASSES)).sub(0.5f);
    classifier = x -> x.reshape(-1, PIXELS).matMul(first).tanh().matMul(second);
    labels = guesses();
    for (int i = 0; i < IMAGES; i += 8) {
      labels[i] = (labels[i] + 1) % CLASSES;
    }
  }

  private int[] guesses() {
    long[] classes = classifier.logits(images).argMax(1).toLongArray();
    return IntStream.range(0, IMAGES).map(i -> (int) classes[i]).toArray();
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
    return attacks(EPSILON);
  }

  private static List<Attack> attacks(double epsilon) {
    return List.of(
        new Attack.Fgsm(epsilon),
        new Attack.Pgd(epsilon, EPSILON / 2, 4, 1, Start.CLEAN),
        new Attack.Pgd(epsilon, EPSILON / 2, 4, 2, Start.RANDOM),
        new Attack.MiFgsm(epsilon, EPSILON / 2, 4, 1),
        new Attack.Cw(epsilon, EPSILON / 2, 4, 2, Start.RANDOM),
        new Attack.ApgdCe(epsilon, 12, 2),
        new Attack.ApgdT(epsilon, 12, 1, 9),
        new Attack.FabT(epsilon, 5, 2, 9),
        new Attack.Square(epsilon, 60, 2),
        new Attack.Sequence(
            List.of(new Attack.ApgdCe(epsilon, 5, 1), new Attack.Square(epsilon, 20, 1))),
        new Attack.AutoAttack(epsilon));
  }

  /** How many images an attack is shown. */
  private static int count(Attack attack) {
    return attack instanceof Attack.AutoAttack ? FEW : IMAGES;
  }

  @ParameterizedTest
  @MethodSource("attacks")
  void neverMakesAWrongImageRight(Attack attack) {
    int count = count(attack);
    Verdicts verdicts = judge(attack, count);

    for (int i = 0; i < count; i++) {
      assertThat(verdicts.correct()[i] || !verdicts.robust()[i]).isTrue();
    }
    assertThat(verdicts.correctCount()).isEqualTo(count - (count + 7) / 8);
    assertThat(verdicts.robustCount()).isBetween(1, verdicts.correctCount() - 1);
  }

  @ParameterizedTest
  @MethodSource("attacks")
  void craftsImagesInTheBallAndInTheRangeOfPixels(Attack attack) {
    NDArray crafted = craft(attack);

    assertThat(crafted.sub(first(count(attack))).abs().max().getFloat())
        .isBetween(0.02f, 0.0300001f);
    assertThat(crafted.min().getFloat()).isGreaterThanOrEqualTo(0);
    assertThat(crafted.max().getFloat()).isLessThanOrEqualTo(1);
    assertThat(Predictions.areCorrect(classifier, crafted, labels(count(attack))))
        .isEqualTo(judge(attack, IMAGES).robust());
  }

  @ParameterizedTest
  @MethodSource("attacks")
  void judgesAnImageAlikeInBatchesOfAnySize(Attack attack) {
    boolean[] expected = judge(attack, 256).robust();

    assertThat(judge(attack, 64).robust()).isEqualTo(expected);
    assertThat(judge(attack, 16).robust()).isEqualTo(expected);
    for (int image = 0; image < count(attack); image += FEW) {
      try (NDArray alone = images.get(image + ":" + (image + 1))) {
        assertThat(attacker(attack).judge(alone, new int[] {labels[image]}, image).robust())
            .containsExactly(expected[image]);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("attacks")
  void judgesAnImageAlikeInAnyOrder(Attack attack) {
    boolean[] expected = judge(attack, IMAGES).robust();
    int[] order = Permutation.draw(count(attack), SplitMix.of(5, "order"));
    NDArray mixed = Rows.of(images, Rows.numbers(manager, order));

    boolean[] robust = attacker(attack).judge(mixed, Rows.pick(labels, order), order).robust();

    for (int i = 0; i < order.length; i++) {
      assertThat(robust[i]).isEqualTo(expected[order[i]]);
    }
  }

  @ParameterizedTest
  @MethodSource("attacks")
  void leavesTheImagesAsTheyWereAndKeepsNoTensors(Attack attack) {
    float[] before = images.toFloatArray();
    NDArray some = first(count(attack));
    int tensors = manager.getManagedArrays().size();

    attacker(attack).judge(some, labels(count(attack)), 0);

    assertThat(images.toFloatArray()).isEqualTo(before);
    assertThat(manager.getManagedArrays()).hasSize(tensors);
  }

  @ParameterizedTest
  @MethodSource("attacks")
  void dependsOnTheSeedAlone(Attack attack) {
    assertThat(craft(attack).toFloatArray()).isEqualTo(craft(attack).toFloatArray());
  }

  @Test
  void breaksNothingWithoutABudget() {
    for (Attack attack : attacks(0)) {
      Verdicts verdicts = judge(attack, IMAGES);

      assertThat(verdicts.robust()).isEqualTo(verdicts.correct());
      assertThat(craft(attack).toFloatArray()).isEqualTo(first(count(attack)).toFloatArray());
    }
  }

  @Test
  void breaksInSequenceWhatAnyOfItsAttacksBreaks() {
    Attack.Fgsm first = new Attack.Fgsm(EPSILON);
    Attack.Pgd second = new Attack.Pgd(EPSILON, EPSILON / 4, 10, 1, Start.CLEAN);
    boolean[] both = judge(new Attack.Sequence(List.of(first, second)), IMAGES).robust();
    boolean[] underFirst = judge(first, IMAGES).robust();
    boolean[] underSecond = judge(second, IMAGES).robust();

    for (int i = 0; i < IMAGES; i++) {
      assertThat(both[i]).isEqualTo(underFirst[i] && underSecond[i]);
    }
  }

  @Test
  void isStrongerWithMoreRuns() {
    Attack.Pgd once = new Attack.Pgd(EPSILON, EPSILON / 2, 1, 1, Start.RANDOM);
    Attack.Pgd often = new Attack.Pgd(EPSILON, EPSILON / 2, 1, 5, Start.RANDOM);

    assertThat(judge(often, IMAGES).robustCount()).isLessThan(judge(once, IMAGES).robustCount());
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
  void refusesWhatIsNoAttack() {
    assertThatThrownBy(() -> new Attack.Fgsm(9)).hasMessageContaining("0 to 1, not 9.0");
    assertThatThrownBy(() -> new Attack.Fgsm(Double.NaN)).hasMessageContaining("0 to 1");
    assertThatThrownBy(() -> new Attack.Pgd(0.1, -1, 1, 1, Start.CLEAN))
        .hasMessageContaining("step size");
    assertThatThrownBy(() -> new Attack.ApgdCe(0.1, 0, 1))
        .hasMessageContaining("at least one step");
    assertThatThrownBy(() -> new Attack.ApgdT(0.1, 1, 1, 0))
        .hasMessageContaining("at least one target");
    assertThatThrownBy(() -> new Attack.MiFgsm(0.1, 0.1, 1, -1)).hasMessageContaining("0 to 10");
    assertThatThrownBy(() -> new Attack.Square(0.1, 0, 1)).hasMessageContaining("at least once");
    assertThatThrownBy(() -> new Attack.Sequence(List.of()))
        .hasMessageContaining("at least one attack");
    assertThatThrownBy(
            () -> new Attack.Sequence(List.of(new Attack.Fgsm(0.1), new Attack.Fgsm(0.2))))
        .hasMessageContaining("one epsilon");
  }

  @Test
  void refusesTheRatioOfLogitsBelowFourClasses() {
    assertThatThrownBy(() -> new Attack.AutoAttack(0.1).requireClasses(3))
        .hasMessageContaining("undefined for 3 classes; apgd-ce, fab-t and square remain");
    new Attack.AutoAttack(0.1).requireClasses(4);
    new Attack.Square(0.1, 1, 1).requireClasses(2);
  }

  private Attacker attacker(Attack attack) {
    return new Attacker(classifier, attack, Starts.seeded(1, PIXELS));
  }

  private Verdicts judge(Attack attack, int batch) {
    int count = count(attack);
    return Batches.judge(attacker(attack), first(count), labels(count), batch);
  }

  private NDArray craft(Attack attack) {
    int count = count(attack);
    return attacker(attack).craft(first(count), labels(count), 0, manager);
  }

  private NDArray first(int count) {
    return images.get(":" + count);
  }

  private int[] labels(int count) {
    return Arrays.copyOf(labels, count);
  }
}
