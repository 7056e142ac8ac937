package io.tamnas.nets.loss;

import ai.djl.ndarray.NDArray;

/**
 * The Kullback-Leibler divergence {@code Σₖ p(k) · (log p(k) − log q(k))} of two softmaxes
 * (Kullback, Leibler 1951, "On information and sufficiency", Annals of Mathematical Statistics
 * 22(1)), in natural logarithms.
 */
public final class Divergence {
  private Divergence() {}

  /**
   * Image by image.
   *
   * @param from logits of p, N × classes, float32; stay open
   * @param to logits of q, N × classes, float32; stay open
   * @return N values, float32, at least 0 but for rounding, in the manager of the first logits;
   *     differentiable by both
   */
  public static NDArray ofRows(NDArray from, NDArray to) {
    NDArray logarithms = from.logSoftmax(1);
    return from.softmax(1).mul(logarithms.sub(to.logSoftmax(1))).sum(new int[] {1});
  }
}
