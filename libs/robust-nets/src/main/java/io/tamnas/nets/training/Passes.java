package io.tamnas.nets.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import io.tamnas.nets.network.Classifier;

/** Passes outside of any recording. */
final class Passes {
  private Passes() {}

  /**
   * Logits of images that are held fixed.
   *
   * @param images N × C × H × W in [0, 1]; stay open and unmarked
   * @return N × classes, in the manager of the images
   */
  static NDArray clean(Classifier classifier, NDArray images) {
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
