package io.tamnas.nets.network;

import ai.djl.ndarray.NDArray;

/** Minus the logarithm of the probability that a classifier gives to the true class. */
public final class CrossEntropy {
  private CrossEntropy() {}

  /**
   * Summed over the images.
   *
   * @param logits N × classes
   * @param labels N, int64, each in [0, classes)
   * @return a scalar, in the manager of the logits
   */
  public static NDArray sum(NDArray logits, NDArray labels) {
    return logits.logSoftmax(1).gather(labels.expandDims(1), 1).sum().neg();
  }
}
