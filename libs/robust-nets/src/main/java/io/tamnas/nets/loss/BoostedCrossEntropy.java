package io.tamnas.nets.loss;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;

/**
 * What MART adds to the cross-entropy to widen the margin (Wang et al., ICLR 2020, "Improving
 * adversarial robustness requires revisiting misclassified examples", boosted cross-entropy):
 * {@code −log(1 − maxₖ p(k))} over the classes k other than the label.
 *
 * <p>Without the strongest other class r the softmax is {@code p′(y) = p(y) / (1 − p(r))}, so this
 * is {@code log p′(y) − log p(y)}, finite for every p where the paper's form is not.
 */
public final class BoostedCrossEntropy {
  /** Takes a class out of a softmax. */
  private static final float NEVER = -1e9f;

  private final NDArray labels;
  private final NDArray own;
  private final NDArray never;
  private final int classes;

  /**
   * Away from the classes that compete with those labels. What gradients need is made here, in the
   * labels' manager, and stays open.
   *
   * @param labels N, int64, each in [0, classes)
   * @param classes at least 2
   */
  public BoostedCrossEntropy(NDArray labels, int classes) {
    NDManager manager = labels.getManager();
    this.labels = labels.expandDims(1);
    this.never = manager.create(NEVER);
    this.own = labels.oneHot(classes).mul(never);
    this.classes = classes;
  }

  /**
   * Summed over the images.
   *
   * @param logits N × classes, float32; stay open
   * @return a scalar, float32, in the manager of the logits; differentiable by them
   */
  public NDArray marginSum(NDArray logits) {
    NDArray rival = logits.stopGradient().add(own).argMax(1).oneHot(classes).mul(never);
    return logOfLabel(logits.add(rival)).sub(logOfLabel(logits)).sum();
  }

  private NDArray logOfLabel(NDArray logits) {
    return logits.logSoftmax(1).gather(labels, 1);
  }
}
