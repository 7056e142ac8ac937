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
 *       the classes} (Kannan et al. 2018, arXiv 1803.06373); the mean over the classes is a choice
 *       made here.
 *   <li>MART: {@code BCE(f(x′), y) + β · KL(f(x) ‖ f(x′)) · (1 − p(y | x))}, differentiated by both
 *       (Wang et al., ICLR 2020).
 * </ul>
 *
 * <p>Labels are smoothed in the cross-entropies alone.
 */
@FunctionalInterface
interface Objective {

  /**
   * The loss.
   *
   * @param crafted logits of the crafted images, N × classes
   * @param clean gives the logits of the clean images, N × classes; asked only where the loss has
   *     them, once
   * @return a scalar, differentiable by both
   */
  NDArray sum(NDArray crafted, Supplier<NDArray> clean);

  /**
   * For those labels. What gradients need is made here, in the labels' manager, and stays open.
   *
   * @param labels N, int64, each in [0, classes)
   */
  static Objective of(Loss loss, NDArray labels, int classes) {
    var entropy = new SmoothedCrossEntropy(labels, classes, loss.labelSmoothing());
    return switch (loss) {
      case Loss.CrossEntropy _ -> (crafted, clean) -> entropy.sum(crafted);
      case Loss.Trades trades -> trades(entropy, weight(trades.beta(), labels));
      case Loss.Alp alp -> pairing(entropy, weight(alp.lambda() / classes, labels));
      case Loss.Mart mart -> mart(entropy, weight(mart.beta(), labels), labels, classes);
    };
  }

  private static NDArray weight(double value, NDArray labels) {
    return labels.getManager().create((float) value);
  }

  private static Objective trades(SmoothedCrossEntropy entropy, NDArray beta) {
    return (crafted, clean) -> {
      NDArray logits = clean.get();
      return entropy.sum(logits).add(Divergence.ofRows(logits, crafted).sum().mul(beta));
    };
  }

  private static Objective pairing(SmoothedCrossEntropy entropy, NDArray lambda) {
    NDArray half = lambda.getManager().create(0.5f);
    return (crafted, clean) -> {
      NDArray logits = clean.get();
      NDArray difference = logits.sub(crafted);
      NDArray distance = difference.mul(difference).sum();
      return entropy.sum(logits).add(entropy.sum(crafted)).mul(half).add(distance.mul(lambda));
    };
  }

  private static Objective mart(
      SmoothedCrossEntropy entropy, NDArray beta, NDArray labels, int classes) {
    NDManager manager = labels.getManager();
    BoostedCrossEntropy boosted = new BoostedCrossEntropy(labels, classes);
    NDArray one = manager.create(1f);
    NDArray column = labels.expandDims(1);
    return (crafted, clean) -> {
      NDArray logits = clean.get();
      NDArray doubt = one.sub(logits.softmax(1).gather(column, 1).squeeze(1));
      NDArray divergence = Divergence.ofRows(logits, crafted).mul(doubt).sum();
      return entropy.sum(crafted).add(boosted.marginSum(crafted)).add(divergence.mul(beta));
    };
  }
}
