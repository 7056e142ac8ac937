package io.tamnas.nets.network;

import ai.djl.ndarray.NDArray;

/** Images to logits, differentiable by the images. */
@FunctionalInterface
public interface Classifier {

  /**
   * Classifies.
   *
   * @param images N × C × H × W in [0, 1], float32; stay open
   * @return N × classes, in the manager of the images
   */
  NDArray logits(NDArray images);

  /** The same, which asks before every pass whether to go on: what is called may end it. */
  default Classifier asking(Runnable goOn) {
    return images -> {
      goOn.run();
      return logits(images);
    };
  }
}
