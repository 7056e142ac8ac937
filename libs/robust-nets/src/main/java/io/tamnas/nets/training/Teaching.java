package io.tamnas.nets.training;

/** How a step crafts images and learns from them. */
interface Teaching {

  /** Changes the weights. */
  Result teach(Lesson lesson);

  /**
   * What a step saw.
   *
   * @param loss mean over images and paths
   * @param accuracy on the crafted images, in [0, 1]
   * @param gradientNorm before clipping
   */
  record Result(double loss, double accuracy, double gradientNorm) {}
}
