package io.tamnas.nets.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import io.tamnas.nets.attack.Ball;
import io.tamnas.nets.engine.Gradients;
import io.tamnas.nets.network.NetworkPlan;
import io.tamnas.nets.supernet.PathVariables;
import io.tamnas.nets.supernet.Supernet;

/**
 * Free training (Shafahi et al. 2019, arXiv 1904.12843, algorithm 1): a batch is replayed m times,
 * and one gradient pass of a replay moves both the weights and the images. Other than there, the
 * images begin anew for each batch, uniform in the ball: with a supernet the next batch is of
 * another path.
 */
final class FreeTeaching implements Teaching {
  private final int replays;
  private final Supernet supernet;
  private final Budget budget;
  private final CraftingStart start;
  private final Learning learning;
  private final WeightUpdate update;

  FreeTeaching(
      int replays,
      Supernet supernet,
      Budget budget,
      CraftingStart start,
      Learning learning,
      WeightUpdate update) {
    this.replays = replays;
    this.supernet = supernet;
    this.budget = budget;
    this.start = start;
    this.learning = learning;
    this.update = update;
  }

  /** The result of the last replay. */
  @Override
  public Result teach(Lesson lesson) {
    NetworkPlan path = supernet.plan().path(lesson.groups().getFirst().trained().getFirst());
    double epsilon = budget.epsilon(lesson.step());
    Ball ball = Ball.around(lesson.images(), epsilon);
    NDArray crafted = start.at(lesson.step(), 0, ball, lesson.images(), epsilon);
    Climb climb = new Climb(ball, budget.stepSize(lesson.step()));
    Replay last = replay(lesson, path, climb, crafted);
    for (int i = 1; i < replays; i++) {
      last = replay(lesson, path, climb, last.moved());
    }
    return last.result();
  }

  /** What a replay saw, and where it left the images. */
  private record Replay(Result result, NDArray moved) {}

  /** Closes the crafted images. */
  private Replay replay(Lesson lesson, NetworkPlan path, Climb climb, NDArray crafted) {
    try (NDManager scratch = lesson.scratch().newSubManager()) {
      PathVariables variables = new PathVariables(supernet, path, scratch);
      NDArray point = Gradients.variable(crafted, scratch);
      Learning.Learned learned = learning.at(lesson, path, variables, point);
      NDArray moved = climb.move(crafted, _ -> point.getGradient());
      double loss = learned.loss() / lesson.count();
      double norm = update.apply(lesson, loss, variables, lesson.count());
      double accuracy = (double) learned.correct() / lesson.count();
      return new Replay(new Result(loss, accuracy, norm), moved);
    }
  }
}
