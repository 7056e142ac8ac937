package io.tamnas.nets.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import io.tamnas.nets.block.NetworkScaling;
import io.tamnas.nets.loss.Divergence;
import io.tamnas.nets.network.BatchStatistics;
import io.tamnas.nets.network.Classifier;
import io.tamnas.nets.network.Constants;
import io.tamnas.nets.network.CrossEntropy;
import io.tamnas.nets.network.Folded;
import io.tamnas.nets.network.NetworkPlan;
import io.tamnas.nets.network.RunningStatistics;
import io.tamnas.nets.network.Statistics;
import io.tamnas.nets.network.Unfolded;
import io.tamnas.nets.network.Weights;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * Makes paths into what images are crafted against: by the loss, what is climbed, and by the
 * setting of the statistics, how the path is computed.
 *
 * <p>TRADES climbs the divergence from the classes of the clean images, which are held fixed (Zhang
 * et al. 2019, arXiv 1901.08573, algorithm 1); the others climb the cross-entropy of the label,
 * which is not smoothed there.
 *
 * <p>Frozen statistics are the mean and the unbiased variance, over n − 1 of n values, of each
 * channel of the clean batch, as recalibration takes them; the pass that takes them, like every
 * pass under a batch's own statistics, divides by the biased variance, over n.
 */
final class Adversaries {
  private final Loss loss;
  private final CraftingStatistics crafting;
  private final BatchStatistics batchStatistics;
  private final Constants constants;

  Adversaries(TrainingRecipe recipe, BatchStatistics batchStatistics, Constants constants) {
    this.loss = recipe.loss();
    this.crafting = recipe.crafting();
    this.batchStatistics = batchStatistics;
    this.constants = constants;
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
      case FROZEN -> folded(path, weights, images, labels);
    };
  }

  private Adversary unfolded(NetworkPlan path, Weights weights, NDArray images, NDArray labels) {
    Classifier classifier = classifier(path, weights, batchStatistics);
    return new Adversary(classifier, climbed(() -> clean(classifier, images), labels));
  }

  /** One pass of the clean images gives both the statistics and the clean logits. */
  private Adversary folded(NetworkPlan path, Weights weights, NDArray images, NDArray labels) {
    NDManager manager = images.getManager();
    RunningStatistics statistics = new RunningStatistics(manager);
    NDArray clean = clean(classifier(path, weights, statistics.gathering(0)), images);
    Folded folded = new Folded(path, weights, NetworkScaling.NONE, statistics, manager);
    return new Adversary(moved -> path.forward(folded, moved), climbed(() -> clean, labels));
  }

  private UnaryOperator<NDArray> climbed(Supplier<NDArray> clean, NDArray labels) {
    return switch (loss) {
      case Loss.Trades _ -> from(clean.get());
      case Loss.CrossEntropy _, Loss.Alp _, Loss.Mart _ ->
          logits -> CrossEntropy.sum(logits, labels);
    };
  }

  private static UnaryOperator<NDArray> from(NDArray clean) {
    return logits -> Divergence.ofRows(clean, logits).sum();
  }

  private Classifier classifier(NetworkPlan path, Weights weights, Statistics statistics) {
    Unfolded execution = new Unfolded(weights, NetworkScaling.NONE, statistics, constants);
    return images -> path.forward(execution, images);
  }

  /** Logits outside of any recording, in the manager of the images. */
  private static NDArray clean(Classifier classifier, NDArray images) {
    NDManager target = images.getManager();
    try (NDManager scratch = target.newSubManager()) {
      NDArray alias = images.stopGradient();
      alias.attach(scratch);
      NDArray logits = classifier.logits(alias);
      logits.attach(target);
      return logits;
    }
  }
}
