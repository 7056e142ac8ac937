package io.tamnas.nets.loss;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import io.tamnas.nets.network.CrossEntropy;

/**
 * Cross-entropy against labels of which a share is spread evenly over all classes (Szegedy et al.
 * 2016, arXiv 1512.00567, section 7): {@code −Σₖ q(k) · log p(k)} with {@code q = (1 − s) · label +
 * s / classes}.
 */
public final class SmoothedCrossEntropy {
  private final NDArray labels;
  private final boolean smooth;
  private final NDArray kept;
  private final NDArray spread;

  /**
   * Towards those labels. What gradients need is made here, in the labels' manager, and stays open.
   *
   * @param labels N, int64, each in [0, classes)
   * @param classes at least 1
   * @param smoothing s, in [0, 1)
   */
  public SmoothedCrossEntropy(NDArray labels, int classes, double smoothing) {
    NDManager manager = labels.getManager();
    this.labels = labels;
    this.smooth = smoothing > 0;
    this.kept = manager.create((float) (1 - smoothing));
    this.spread = manager.full(new Shape(1, classes), (float) (smoothing / classes));
  }

  /**
   * Summed over the images.
   *
   * @param logits N × classes, float32; stay open
   * @return a scalar, float32, in the manager of the logits; differentiable by them
   */
  public NDArray sum(NDArray logits) {
    NDArray own = CrossEntropy.sum(logits, labels);
    return smooth ? own.mul(kept).sub(logits.logSoftmax(1).mul(spread).sum()) : own;
  }
}
