package io.tamnas.nets.loss;

import ai.djl.ndarray.NDArray;

/** The Kullback-Leibler divergence {@code Σₖ p(k) · (log p(k) − log q(k))} of two softmaxes. */
public final class Divergence {
  private Divergence() {}

  /**
   * Image by image.
   *
   * @param from logits of p, N × classes
   * @param to logits of q, N × classes
   * @return N values, at least 0, in the manager of the first logits; differentiable by both
   */
  public static NDArray ofRows(NDArray from, NDArray to) {
    NDArray logarithms = from.logSoftmax(1);
    return from.softmax(1).mul(logarithms.sub(to.logSoftmax(1))).sum(new int[] {1});
  }
}
