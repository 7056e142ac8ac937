package io.tamnas.nets.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import io.tamnas.nets.network.Classifier;
import io.tamnas.nets.network.Folded;
import io.tamnas.nets.network.NetworkPlan;
import io.tamnas.nets.network.RunningStatistics;
import io.tamnas.nets.network.Statistics;
import io.tamnas.nets.network.Unfolded;
import io.tamnas.nets.network.Weights;

/**
 * Makes paths into what images are crafted against: by the loss, what is climbed, and by the
 * setting of the statistics, how the path is computed.
 *
 * <p>Frozen statistics are the mean and the unbiased variance, over n − 1 of n values, of each
 * channel of the clean batch, as recalibration takes them; the pass that takes them, like every
 * pass under a batch's own statistics, divides by the biased variance, over n.
 */
final class Adversaries {
  private final Goal goal;
  private final CraftingStatistics crafting;
  private final Normalizing normalizing;

  Adversaries(Goal goal, CraftingStatistics crafting, Normalizing normalizing) {
    this.goal = goal;
    this.crafting = crafting;
    this.normalizing = normalizing;
  }

  /**
   * A path for one batch; what it needs is made in the batch's manager.
   *
   * @param weights that nothing is differentiated by
   * @param images N × C × H × W in [0, 1], float32; stay open
   * @param labels N, int64, each in [0, classes)
   */
  Adversary of(NetworkPlan path, Weights weights, NDArray images, NDArray labels) {
    return switch (crafting) {
      case BATCH -> unfolded(path, weights, images, labels);
      case FROZEN -> frozen(path, weights, images, labels);
      case RUNNING -> running(path, weights, images, labels);
    };
  }

  private Adversary unfolded(NetworkPlan path, Weights weights, NDArray images, NDArray labels) {
    Classifier classifier = classifier(path, weights, normalizing.ofBatch());
    return new Adversary(
        classifier, goal.climbed(images, labels, () -> Passes.clean(classifier, images)));
  }

  /** One pass of the clean images gives both the statistics and the clean logits. */
  private Adversary frozen(NetworkPlan path, Weights weights, NDArray images, NDArray labels) {
    NDManager manager = images.getManager();
    RunningStatistics statistics = new RunningStatistics(manager);
    NDArray clean = Passes.clean(classifier(path, weights, statistics.gathering(0)), images);
    Folded folded = new Folded(path, weights, statistics, manager);
    return new Adversary(
        moved -> path.forward(folded, moved), goal.climbed(images, labels, () -> clean));
  }

  private Adversary running(NetworkPlan path, Weights weights, NDArray images, NDArray labels) {
    Folded folded = new Folded(path, weights, normalizing.remembered(), images.getManager());
    Classifier classifier = moved -> path.forward(folded, moved);
    return new Adversary(
        classifier, goal.climbed(images, labels, () -> Passes.clean(classifier, images)));
  }

  private Classifier classifier(NetworkPlan path, Weights weights, Statistics statistics) {
    Unfolded execution = Unfolded.of(path, weights, statistics, normalizing.constants());
    return images -> path.forward(execution, images);
  }
}
