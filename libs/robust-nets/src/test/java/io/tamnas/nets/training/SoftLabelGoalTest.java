package io.tamnas.nets.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import io.tamnas.nets.engine.DeviceChoice;
import io.tamnas.nets.engine.Engines;
import io.tamnas.nets.engine.Gradients;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two images of two classes, of which the teacher is sure by 3 to 1 and by 1 to 1. */
class SoftLabelGoalTest {
  private static final double LN3 = Math.log(3);

  private NDManager manager;
  private NDArray images;
  private NDArray labels;
  private Goal goal;

  @BeforeEach
  void open() {
    Engines.configure(1, DeviceChoice.CPU);
    manager = Engines.newManager();
    images = manager.zeros(new Shape(2, 1, 1, 1));
    labels = manager.create(new long[] {1, 1});
    goal = new SoftLabelGoal(seen -> logits(seen.getManager(), LN3, 0), 0.25);
  }

  @AfterEach
  void close() {
    manager.close();
  }

  /** Of the first image, whose teacher says (3/4, 1/4), and of the second, where it says halves. */
  private static NDArray logits(NDManager manager, double first, double second) {
    return manager.create(new float[] {(float) first, 0, (float) second, 0}, new Shape(2, 2));
  }

  /** KL((3/4, 1/4) ‖ (1/4, 3/4)) = ½ ln 3. */
  @Test
  void weighsTheDivergencesFromTheTeacherOnCleanAndCraftedImages() {
    Objective objective = goal.objective(images, labels);
    NDArray teacher = logits(manager, LN3, 0);
    NDArray opposite = logits(manager, -LN3, 0);

    assertThat(objective.sum(teacher, () -> teacher).getFloat()).isCloseTo(0, within(1e-6f));
    assertThat(objective.sum(opposite, () -> teacher).getFloat())
        .isCloseTo((float) (0.75 * LN3 / 2), within(1e-5f));
    assertThat(objective.sum(teacher, () -> opposite).getFloat())
        .isCloseTo((float) (0.25 * LN3 / 2), within(1e-5f));
  }

  /** The derivative of KL(T ‖ S) by the student's logits is its probabilities minus T's. */
  @Test
  void isDifferentiatedByTheStudentAlone() {
    Objective objective = goal.objective(images, labels);
    NDArray crafted = Gradients.variable(logits(manager, -LN3, LN3), manager);
    NDArray clean = Gradients.variable(logits(manager, 0, 0), manager);

    Gradients.record(() -> objective.sum(crafted, () -> clean), sum -> sum);

    assertThat(crafted.getGradient().toFloatArray())
        .containsExactly(new float[] {-0.375f, 0.375f, 0.1875f, -0.1875f}, within(1e-6f));
    assertThat(clean.getGradient().toFloatArray())
        .containsExactly(new float[] {-0.0625f, 0.0625f, 0, 0}, within(1e-6f));
  }

  @Test
  void climbsTheDivergenceFromTheTeacherWhateverTheLabel() {
    NDArray climbed =
        goal.climbed(
                images,
                labels,
                () -> {
                  throw new AssertionError("the student's clean logits are of no use");
                })
            .apply(logits(manager, -LN3, 0));

    assertThat(climbed.getFloat()).isCloseTo((float) (LN3 / 2), within(1e-5f));
    assertThat(goal.climbsDivergence()).isTrue();
  }
}
