package io.tamnas.nets.training;

import ai.djl.ndarray.NDArray;
import io.tamnas.nets.attack.Predictions;
import io.tamnas.nets.block.NetworkScaling;
import io.tamnas.nets.engine.Gradients;
import io.tamnas.nets.network.BatchStatistics;
import io.tamnas.nets.network.Classifier;
import io.tamnas.nets.network.Constants;
import io.tamnas.nets.network.NetworkPlan;
import io.tamnas.nets.network.Unfolded;
import io.tamnas.nets.network.Weights;
import io.tamnas.nets.supernet.PathVariables;
import java.util.List;

/**
 * Differentiates the loss by a path's weights. Clean and crafted images pass one after the other,
 * each under the statistics of its own batch.
 */
final class Learning {
  private final Loss loss;
  private final int classes;
  private final BatchStatistics statistics;
  private final Constants constants;

  Learning(Loss loss, int classes, BatchStatistics statistics, Constants constants) {
    this.loss = loss;
    this.classes = classes;
    this.statistics = statistics;
    this.constants = constants;
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

  /** The loss for a lesson's labels. */
  Objective objective(Lesson lesson) {
    return Objective.of(loss, lesson.labels(), classes);
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
    Objective objective = objective(lesson);
    Classifier learner = classifier(path, variables.differentiable());
    return Gradients.record(() -> pass(objective, learner, lesson.images(), crafted), Pass::loss)
        .learned(lesson.classes());
  }

  private static Pass pass(
      Objective objective, Classifier learner, NDArray images, NDArray crafted) {
    NDArray logits = learner.logits(crafted);
    return new Pass(logits, objective.sum(logits, () -> learner.logits(images)));
  }

  /** The path with each batch's own statistics. */
  Classifier classifier(NetworkPlan path, Weights weights) {
    Unfolded execution = execution(weights);
    return images -> path.forward(execution, images);
  }

  /** How a path is computed with each batch's own statistics. */
  Unfolded execution(Weights weights) {
    return new Unfolded(weights, NetworkScaling.NONE, statistics, constants);
  }
}
