package io.tamnas.nets.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import io.tamnas.nets.attack.Ball;
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
  public NDArray at(Lesson lesson, int group, List<Adversary> adversaries) {
    NDArray images = lesson.images();
    double epsilon = budget.epsilon(lesson.step());
    if (epsilon == 0) {
      return images;
    }
    Ball ball = Ball.around(images, epsilon);
    NDArray crafted = start.at(lesson.step(), group, ball, images, epsilon);
    for (int i = 0; i < moves; i++) {
      crafted = climb(adversaries, ball, crafted, budget.stepSize(lesson.step()));
    }
    return crafted;
  }

  private static NDArray climb(
      List<Adversary> adversaries, Ball ball, NDArray from, double stepSize) {
    NDManager target = from.getManager();
    try (NDArray left = from;
        NDManager scratch = target.newSubManager()) {
      NDArray point = left.stopGradient();
      point.attach(scratch);
      NDArray gradient = adversaries.getFirst().gradient(point);
      for (Adversary other : adversaries.subList(1, adversaries.size())) {
        gradient.addi(other.gradient(point));
      }
      NDArray climbed = ball.ascend(point, gradient, stepSize);
      climbed.attach(target);
      return climbed;
    }
  }
}
