package io.tamnas.nets.training;

import ai.djl.ndarray.NDArray;
import io.tamnas.nets.attack.Ball;
import io.tamnas.nets.network.Classifier;
import java.util.List;

/**
 * The inner maximization of adversarial training: a start in the ball, then moves along the sign of
 * the adversaries' mean gradient.
 */
final class Crafting implements Crafter {
  private final Budget budget;
  private final CraftingStart start;
  private final int moves;

  Crafting(Budget budget, CraftingStart start, int moves) {
    this.budget = budget;
    this.start = start;
    this.moves = moves;
  }

  @Override
  public NDArray at(Lesson lesson, int group, List<Adversary> adversaries, Classifier pupil) {
    NDArray images = lesson.images();
    double epsilon = budget.epsilon(lesson.step());
    if (epsilon == 0) {
      return images;
    }
    Ball ball = Ball.around(images, epsilon);
    Climb climb = new Climb(ball, budget.stepSize(lesson.step()));
    NDArray crafted = start.at(lesson.step(), group, ball, images, epsilon);
    for (int i = 0; i < moves; i++) {
      lesson.goOn().run();
      crafted = climb.move(crafted, point -> gradient(adversaries, point));
    }
    return crafted;
  }

  /** In the manager of the point. */
  private static NDArray gradient(List<Adversary> adversaries, NDArray point) {
    NDArray gradient = adversaries.getFirst().gradient(point);
    for (Adversary other : adversaries.subList(1, adversaries.size())) {
      gradient.addi(other.gradient(point));
    }
    return gradient;
  }
}
