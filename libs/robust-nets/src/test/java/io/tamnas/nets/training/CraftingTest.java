package io.tamnas.nets.training;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import io.tamnas.nets.engine.DeviceChoice;
import io.tamnas.nets.engine.Engines;
import io.tamnas.nets.network.Classifier;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** On two pixels, against adversaries that are linear in them. */
class CraftingTest {
  private static final InnerAttack PGD = new InnerAttack.Pgd(0.25, 0.125, 3);

  /** Nobody asks it. */
  private static final Classifier PUPIL = NDArray::duplicate;

  private NDManager manager;

  @BeforeEach
  void open() {
    Engines.configure(1, DeviceChoice.CPU);
    manager = Engines.newManager();
  }

  @AfterEach
  void close() {
    manager.close();
  }

  @Test
  void movesAlongTheSignToTheEdgeOfTheBall() {
    assertThat(crafted(0.5f, 0.5f, adversary(3, -2))).containsExactly(0.75f, 0.25f);
  }

  @Test
  void staysAmongTheIntensities() {
    assertThat(crafted(0.9f, 0.1f, adversary(1, -1))).containsExactly(1, 0);
  }

  @Test
  void followsTheMeanOfSeveralAdversaries() {
    assertThat(crafted(0.5f, 0.5f, adversary(3, 1), adversary(-1, -2)))
        .containsExactly(0.75f, 0.25f);
  }

  @Test
  void beginsTradesWithinFaintNormalNoise() {
    NDArray images = manager.full(new Shape(64, 1, 8, 8), 0.5f);
    CraftingStart start = CraftingStart.of(goal(new Loss.Trades(6, 0)), PGD, 1);

    NDArray begun = new Crafting(budget(), start, 0).at(lesson(images), 0, List.of(), PUPIL);

    NDArray noise = begun.sub(images);
    assertThat(noise.mean().getFloat()).isBetween(-1e-4f, 1e-4f);
    assertThat(noise.pow(2).mean().sqrt().getFloat()).isBetween(0.9e-3f, 1.1e-3f);
  }

  @Test
  void beginsOtherwiseUniformlyInTheBall() {
    NDArray images = manager.full(new Shape(64, 1, 8, 8), 0.5f);
    CraftingStart start = CraftingStart.of(goal(new Loss.CrossEntropy(0)), PGD, 1);
    Crafting crafting = new Crafting(budget(), start, 0);

    NDArray begun = crafting.at(lesson(images), 0, List.of(), PUPIL);

    assertThat(begun.min().getFloat()).isBetween(0.25f, 0.26f);
    assertThat(begun.max().getFloat()).isBetween(0.74f, 0.75f);
    assertThat(crafting.at(lesson(images), 1, List.of(), PUPIL).contentEquals(begun)).isFalse();
  }

  private float[] crafted(float first, float second, Adversary... adversaries) {
    NDArray images = manager.create(new float[] {first, second}, new Shape(1, 1, 1, 2));
    CraftingStart start = CraftingStart.of(goal(new Loss.CrossEntropy(0)), PGD, 1);
    return new Crafting(budget(), start, 5)
        .at(lesson(images), 0, List.of(adversaries), PUPIL)
        .toFloatArray();
  }

  /** That climbs the weighted sum of the pixels. */
  private Adversary adversary(float first, float second) {
    NDArray weights = manager.create(new float[] {first, second}, new Shape(1, 1, 1, 2));
    return new Adversary(images -> images.mul(weights), NDArray::sum);
  }

  private static Goal goal(Loss loss) {
    return new LabelGoal(loss, 4);
  }

  private static Budget budget() {
    return new Budget(PGD, new Warmup(0));
  }

  private Lesson lesson(NDArray images) {
    return new Lesson(0, List.of(), images, images, new int[0], () -> {}, manager);
  }
}
