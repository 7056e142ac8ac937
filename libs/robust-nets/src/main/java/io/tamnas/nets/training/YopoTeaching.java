package io.tamnas.nets.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import io.tamnas.nets.attack.Ball;
import io.tamnas.nets.network.NetworkPlan;
import io.tamnas.nets.supernet.GradientSum;
import io.tamnas.nets.supernet.PathVariables;
import io.tamnas.nets.supernet.Supernet;
import io.tamnas.space.Genotype;
import java.util.ArrayList;
import java.util.List;

/**
 * YOPO-m-n (Zhang et al. 2019, arXiv 1905.00877, algorithm 1): m full passes, each followed by n
 * moves of the images through the first layer alone; the weights' gradients of the full passes are
 * summed. Moves are along the gradient's sign, from a uniform start in the ball.
 */
final class YopoTeaching implements Teaching {
  private final InnerAttack.Yopo attack;
  private final Supernet supernet;
  private final Budget budget;
  private final CraftingStart start;
  private final Learning learning;
  private final WeightUpdate update;

  YopoTeaching(
      InnerAttack.Yopo attack,
      Supernet supernet,
      Budget budget,
      CraftingStart start,
      Learning learning,
      WeightUpdate update) {
    this.attack = attack;
    this.supernet = supernet;
    this.budget = budget;
    this.start = start;
    this.learning = learning;
    this.update = update;
  }

  @Override
  public Result teach(Lesson lesson) {
    GradientSum gradients = new GradientSum(lesson.scratch());
    List<Learning.Learned> learned = new ArrayList<>();
    for (int group = 0; group < lesson.groups().size(); group++) {
      Genotype trained = lesson.groups().get(group).trained().getFirst();
      learned.add(learn(lesson, group, supernet.plan().path(trained), gradients));
    }
    Learning.Learned all = Learning.Learned.sum(learned);
    int seen = lesson.count() * lesson.groups().size();
    double norm = update.apply(lesson, all.loss() / seen, gradients, seen);
    return new Result(all.loss() / seen, (double) all.correct() / seen, norm);
  }

  /** What the last full pass of a path saw. */
  private Learning.Learned learn(
      Lesson lesson, int group, NetworkPlan path, GradientSum gradients) {
    Ball ball = Ball.around(lesson.images(), budget.epsilon(lesson.step()));
    Climb climb = new Climb(ball, budget.stepSize(lesson.step()));
    NDArray crafted =
        start.at(lesson.step(), group, ball, lesson.images(), budget.epsilon(lesson.step()));
    Learning.Learned last = new Learning.Learned(0, 0);
    for (int outer = 0; outer < attack.outer(); outer++) {
      try (NDManager scratch = lesson.scratch().newSubManager()) {
        PathVariables variables = new PathVariables(supernet, path, scratch);
        YopoPass pass = new YopoPass(learning, lesson, path, variables);
        YopoPass.Result result = pass.at(crafted, gradients, scratch);
        crafted = moved(climb, crafted, result.gradient());
        last = result.learned();
      }
    }
    return last;
  }

  private NDArray moved(Climb climb, NDArray crafted, NDArray gradient) {
    NDArray images = crafted;
    for (int inner = 0; inner < attack.inner(); inner++) {
      images = climb.move(images, _ -> gradient);
    }
    return images;
  }
}
