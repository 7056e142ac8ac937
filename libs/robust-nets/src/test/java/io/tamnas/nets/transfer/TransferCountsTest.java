package io.tamnas.nets.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import io.tamnas.nets.attack.Attack;
import io.tamnas.nets.attack.Attacker;
import io.tamnas.nets.attack.FinalImages;
import io.tamnas.nets.attack.Start;
import io.tamnas.nets.attack.Starts;
import io.tamnas.nets.engine.DeviceChoice;
import io.tamnas.nets.engine.Engines;
import io.tamnas.nets.network.Classifier;
import io.tamnas.nets.random.NoiseStream;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** On linear classifiers, whose adversarial images are known by hand. */
class TransferCountsTest {
  private static final int IMAGES = 40;
  private static final int PIXELS = 2 * 3 * 3;
  private static final Attack.Pgd PGD = new Attack.Pgd(0.05, 0.02, 4, 1, Start.RANDOM);

  private NDManager manager;

  @BeforeEach
  void openManager() {
    Engines.configure(1, DeviceChoice.CPU);
    manager = Engines.newManager();
  }

  @AfterEach
  void closeManager() {
    manager.close();
  }

  /**
   * Two pixels, two classes, every label 0; one classifier compares the pixels, the other one
   * halves the second. FGSM of 0.2 lowers the first pixel and raises the second: on the even one
   * (0.6, 0.4) breaks, (0.9, 0.1) stands and (0.45, 0.5) was wrong and stays where it is; on the
   * lenient one (0.45, 0.5) alone breaks, at (0.25, 0.7).
   */
  @Test
  void countsWhatIsCountedByHand() {
    NDArray images =
        manager.create(new float[] {0.6f, 0.4f, 0.9f, 0.1f, 0.45f, 0.5f}, new Shape(3, 1, 1, 2));
    Classifier even = linear(new float[] {1, 0, 0, 1}, 2);
    Classifier lenient = linear(new float[] {1, 0, 0, 0.5f}, 2);

    TransferMatrix matrix =
        count(List.of(even, lenient), new Attack.Fgsm(0.2), images, new int[3], 3);

    assertThat(matrix)
        .isEqualTo(new TransferMatrix(3, List.of(2, 3), List.of(List.of(1, 3), List.of(1, 2))));
  }

  @Test
  void transfersToATwinAsToItself() {
    TransferMatrix matrix = count(List.of(random(2), random(3), random(2)), PGD, 16);

    for (List<Integer> row : matrix.correct()) {
      assertThat(row.get(2)).isEqualTo(row.getFirst());
    }
    assertThat(matrix.correct().get(2)).isEqualTo(matrix.correct().getFirst());
    assertThat(matrix.correct().getFirst().getFirst()).isLessThan(matrix.clean().getFirst());
    assertThat(matrix.correct().getFirst().get(1))
        .as("another one's images are weaker")
        .isGreaterThan(matrix.correct().get(1).get(1));
  }

  @Test
  void leavesOfTheSourceWhatItsAttackLeaves() {
    List<Classifier> classifiers = List.of(random(2), random(3), random(4));

    TransferMatrix matrix = count(classifiers, PGD, IMAGES);

    for (int i = 0; i < classifiers.size(); i++) {
      var verdicts =
          new Attacker(classifiers.get(i), PGD, Starts.seeded(1, PIXELS))
              .judge(images(), labels(), 0);
      assertThat(matrix.clean().get(i)).isEqualTo(verdicts.correctCount());
      assertThat(matrix.correct().get(i).get(i)).isEqualTo(verdicts.robustCount());
    }
  }

  @Test
  void changesNothingWithoutABudget() {
    TransferMatrix matrix =
        count(List.of(random(2), random(3)), new Attack.Pgd(0, 0.1, 3, 1, Start.RANDOM), 16);

    assertThat(matrix.correct()).containsOnly(matrix.clean());
  }

  @Test
  void countsTheSameInBatchesOfAnySize() {
    List<Classifier> classifiers = List.of(random(2), random(3));

    assertThat(count(classifiers, PGD, 7)).isEqualTo(count(classifiers, PGD, IMAGES));
  }

  @Test
  void craftsWithinTheBallAndTheRangeOfPixels() {
    NDArray images = images();

    NDArray crafted =
        new FinalImages(random(2), PGD, Starts.seeded(1, PIXELS)).of(images, labels(), 0, manager);

    assertThat(crafted.sub(images).abs().max().getFloat()).isBetween(0.049f, 0.0500001f);
    assertThat(crafted.min().getFloat()).isGreaterThanOrEqualTo(0);
    assertThat(crafted.max().getFloat()).isLessThanOrEqualTo(1);
  }

  @Test
  void keepsNoTensors() {
    NDArray images = images();
    int[] labels = labels();
    List<Classifier> classifiers = List.of(random(2), random(3));
    int before = manager.getManagedArrays().size();

    count(classifiers, PGD, images, labels, IMAGES);

    assertThat(manager.getManagedArrays()).hasSize(before);
  }

  @Test
  void refusesAnAttackOfSeveralRuns() {
    Attack often = new Attack.Pgd(0.1, 0.1, 1, 2, Start.RANDOM);

    assertThatThrownBy(
            () -> new TransferCounts(List.of(random(2)), often, Starts.seeded(1, PIXELS)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("one run, but the attack makes 2");
  }

  @Test
  void refusesAMatrixThatIsNone() {
    assertThatThrownBy(() -> new TransferMatrix(3, List.of(1, 2), List.of(List.of(1, 2))))
        .hasMessageContaining("square");
    assertThatThrownBy(() -> new TransferMatrix(3, List.of(1), List.of(List.of(4))))
        .hasMessageContaining("from 0 to 3, not [4]");
  }

  private TransferMatrix count(List<Classifier> classifiers, Attack attack, int batch) {
    return count(classifiers, attack, images(), labels(), batch);
  }

  private static TransferMatrix count(
      List<Classifier> classifiers, Attack attack, NDArray images, int[] labels, int batch) {
    TransferCounts counts = new TransferCounts(classifiers, attack, Starts.seeded(1, PIXELS));
    for (int from = 0; from < labels.length; from += batch) {
      int to = Math.min(labels.length, from + batch);
      int[] some = Arrays.copyOfRange(labels, from, to);
      try (NDArray part = images.get(from + ":" + to)) {
        counts.addClean(part, some);
        for (int source = 0; source < classifiers.size(); source++) {
          counts.addSource(source, part, some, from);
        }
      }
    }
    return counts.matrix();
  }

  private NDArray images() {
    return manager.create(noise(1, IMAGES * PIXELS), new Shape(IMAGES, 2, 3, 3));
  }

  /** What one of the random classifiers sees, but for every eighth image. */
  private int[] labels() {
    long[] classes = random(5).logits(images()).argMax(1).toLongArray();
    return IntStream.range(0, IMAGES)
        .map(i -> (int) (i % 8 == 0 ? 2 - classes[i] : classes[i]))
        .toArray();
  }

  /** Like all others of its kind by half, so that what breaks one breaks the other now and then. */
  private Classifier random(long stream) {
    float[] own = noise(stream, 3 * PIXELS);
    float[] shared = noise(9, 3 * PIXELS);
    for (int i = 0; i < own.length; i++) {
      own[i] = own[i] + shared[i] - 1;
    }
    return linear(own, 3);
  }

  private Classifier linear(float[] weights, int classes) {
    int pixels = weights.length / classes;
    NDArray matrix = manager.create(weights, new Shape(pixels, classes));
    return images -> images.reshape(-1, pixels).matMul(matrix);
  }

  private static float[] noise(long stream, int count) {
    float[] values = new float[count];
    new NoiseStream(stream << 32, count).fill(0, values, 0);
    return values;
  }
}
