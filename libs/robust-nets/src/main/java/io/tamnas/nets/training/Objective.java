package io.tamnas.nets.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import io.tamnas.nets.loss.BoostedCrossEntropy;
import io.tamnas.nets.loss.Divergence;
import io.tamnas.nets.loss.SmoothedCrossEntropy;
import java.util.function.Supplier;

/**
 * A loss for the labels of one batch, summed over its images.
 *
 * <ul>
 *   <li>Cross-entropy: {@code CE(f(x′), y)}.
 *   <li>TRADES: {@code CE(f(x), y) + β · KL(f(x) ‖ f(x′))}, differentiated by both (Zhang et al.
 *       2019, arXiv 1901.08573, equation 5).
 *   <li>ALP: {@code ½ (CE(f(x), y) + CE(f(x′), y)) + λ · mean squared difference of the logits over
 *       the classes} (Kannan et al. 2018, arXiv 1803.06373); the paper leaves the norm of the
 *       pairing open.
 *   <li>MART: {@code BCE(f(x′), y) + β · KL(f(x) ‖ f(x′)) · (1 − p(y | x))}, differentiated by both
 *       (Wang et al., ICLR 2020).
 * </ul>
 *
 * <p>Labels are smoothed in the cross-entropies alone.
 */
final class Objective {
  private final Loss loss;
  private final SmoothedCrossEntropy entropy;
  private final BoostedCrossEntropy boosted;
  private final NDArray weight;
  private final NDArray half;
  private final NDArray classes;
  private final NDArray one;
  private final NDArray labels;

  /**
   * Makes what gradients need, in the manager of the labels; it stays open.
   *
   * @param labels N, int64, each in [0, classes)
   */
  Objective(Loss loss, NDArray labels, int classes) {
    NDManager manager = labels.getManager();
    this.loss = loss;
    this.entropy = new SmoothedCrossEntropy(labels, classes, loss.labelSmoothing());
    this.boosted = new BoostedCrossEntropy(labels, classes);
    this.weight = manager.create((float) weight(loss));
    this.half = manager.create(0.5f);
    this.classes = manager.create((float) classes);
    this.one = manager.create(1f);
    this.labels = labels.expandDims(1);
  }

  private static double weight(Loss loss) {
    return switch (loss) {
      case Loss.CrossEntropy _ -> 0;
      case Loss.Trades trades -> trades.beta();
      case Loss.Alp alp -> alp.lambda();
      case Loss.Mart mart -> mart.beta();
    };
  }

  /**
   * The loss.
   *
   * @param crafted logits of the crafted images, N × classes
   * @param clean gives the logits of the clean images, N × classes; asked only where the loss has
   *     them, at most once
   * @return a scalar, differentiable by both, in a manager of theirs
   */
  NDArray sum(NDArray crafted, Supplier<NDArray> clean) {
    return switch (loss) {
      case Loss.CrossEntropy _ -> entropy.sum(crafted);
      case Loss.Trades _ -> trades(crafted, clean.get());
      case Loss.Alp _ -> pairing(crafted, clean.get());
      case Loss.Mart _ -> mart(crafted, clean.get());
    };
  }

  private NDArray trades(NDArray crafted, NDArray clean) {
    return entropy.sum(clean).add(Divergence.ofRows(clean, crafted).sum().mul(weight));
  }

  private NDArray pairing(NDArray crafted, NDArray clean) {
    NDArray difference = clean.sub(crafted);
    NDArray distance = difference.mul(difference).sum().div(classes);
    return entropy.sum(clean).add(entropy.sum(crafted)).mul(half).add(distance.mul(weight));
  }

  private NDArray mart(NDArray crafted, NDArray clean) {
    NDArray doubt = one.sub(clean.softmax(1).gather(labels, 1).squeeze(1));
    NDArray divergence = Divergence.ofRows(clean, crafted).mul(doubt).sum();
    return entropy.sum(crafted).add(boosted.marginSum(crafted)).add(divergence.mul(weight));
  }
}
