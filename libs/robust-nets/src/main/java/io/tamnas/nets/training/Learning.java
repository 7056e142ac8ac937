package io.tamnas.nets.training;

import ai.djl.ndarray.NDArray;
import io.tamnas.nets.attack.Predictions;
import io.tamnas.nets.engine.Gradients;
import io.tamnas.nets.network.Classifier;
import io.tamnas.nets.network.NetworkPlan;
import io.tamnas.nets.network.Statistics;
import io.tamnas.nets.network.Unfolded;
import io.tamnas.nets.network.Weights;
import io.tamnas.nets.supernet.PathVariables;
import java.util.List;

/**
 * Differentiates the loss by a path's weights. Clean and crafted images pass one after the other,
 * each under the statistics of its own batch. A network of its own remembers those of the crafted
 * images, whatever the loss: of the batches that it learns from, they are the ones that every loss
 * has.
 */
final class Learning {
  private final Goal goal;
  private final Normalizing normalizing;

  Learning(Goal goal, Normalizing normalizing) {
    this.goal = goal;
    this.normalizing = normalizing;
  }

  /** The same, of which the network remembers nothing. */
  Learning forgotten() {
    return new Learning(goal, normalizing.forgotten());
  }

  /**
   * What a pass saw.
   *
   * @param loss summed over the images
   * @param correct how many of the crafted images were named rightly
   */
  record Learned(double loss, int correct) {

    /** What several passes saw together. */
    static Learned sum(List<Learned> parts) {
      return new Learned(
          parts.stream().mapToDouble(Learned::loss).sum(),
          parts.stream().mapToInt(Learned::correct).sum());
    }
  }

  /** The loss for a lesson. */
  Objective objective(Lesson lesson) {
    return goal.objective(lesson.images(), lesson.labels());
  }

  /** Passes on logits and the loss that they make. */
  record Pass(NDArray logits, NDArray loss) {

    /** Reads both from the device. */
    Learned learned(int[] labels) {
      return new Learned(loss.getFloat(), Predictions.count(logits, labels));
    }
  }

  /**
   * Leaves the gradients of the summed loss in the variables.
   *
   * @param crafted the shape of the lesson's images; where it is a variable, it gets a gradient too
   */
  Learned at(Lesson lesson, NetworkPlan path, PathVariables variables, NDArray crafted) {
    lesson.goOn().run();
    Objective objective = objective(lesson);
    Unfolded learner = learner(path, variables.differentiable());
    Classifier clean = classifier(path, variables.differentiable());
    return Gradients.record(
            () -> {
              NDArray logits = path.forward(learner, crafted);
              return new Pass(logits, objective.sum(logits, () -> clean.logits(lesson.images())));
            },
            Pass::loss)
        .learned(lesson.classes());
  }

  /** The path with each batch's own statistics, which are not remembered. */
  Classifier classifier(NetworkPlan path, Weights weights) {
    Unfolded execution = execution(path, weights, normalizing.ofBatch());
    return images -> path.forward(execution, images);
  }

  /** How crafted images pass to be learned from: as the network remembers them. */
  Unfolded learner(NetworkPlan path, Weights weights) {
    return execution(path, weights, normalizing.ofLearning());
  }

  private Unfolded execution(NetworkPlan path, Weights weights, Statistics statistics) {
    return Unfolded.of(path, weights, statistics, normalizing.constants());
  }
}
