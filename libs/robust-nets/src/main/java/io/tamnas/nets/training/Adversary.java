package io.tamnas.nets.training;

import ai.djl.ndarray.NDArray;
import io.tamnas.nets.engine.Gradients;
import io.tamnas.nets.network.Classifier;
import java.util.function.UnaryOperator;

/**
 * A path that images are crafted against.
 *
 * @param classifier under frozen weights
 * @param climbed of logits, N × classes, a sum over the images that crafting makes greater
 */
record Adversary(Classifier classifier, UnaryOperator<NDArray> climbed) {

  /**
   * Where to the images climb.
   *
   * @param images N × C × H × W in [0, 1]; stay open and unmarked
   * @return the same shape, in their manager
   */
  NDArray gradient(NDArray images) {
    return Gradients.of(images, moved -> climbed.apply(classifier.logits(moved)));
  }
}
