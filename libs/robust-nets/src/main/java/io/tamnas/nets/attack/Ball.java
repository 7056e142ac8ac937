package io.tamnas.nets.attack;

import ai.djl.ndarray.NDArray;

/**
 * The images within ε of given ones, pixel by pixel, and within [0, 1].
 *
 * @param lower the least value of each pixel
 * @param upper the greatest value of each pixel
 */
public record Ball(NDArray lower, NDArray upper) {

  /**
   * Around those images, in their manager.
   *
   * @param images any shape, in [0, 1]
   */
  public static Ball around(NDArray images, double epsilon) {
    return new Ball(images.sub((float) epsilon).maximum(0), images.add((float) epsilon).minimum(1));
  }

  /** The nearest images of the ball, pixel by pixel, in the manager of the given ones. */
  public NDArray project(NDArray images) {
    return images.maximum(lower).minimum(upper);
  }

  /**
   * One step of ascent along the gradient's sign, projected (Madry et al. 2018, arXiv 1706.06083,
   * section 2.1).
   *
   * @return in the manager of the images
   */
  public NDArray ascend(NDArray images, NDArray gradient, double stepSize) {
    return project(images.add(gradient.sign().mul((float) stepSize)));
  }

  /**
   * Clean images moved by uniform noise in ±ε, projected.
   *
   * @param noise the shape of the images, in [0, 1)
   */
  public NDArray start(NDArray images, NDArray noise, double epsilon) {
    return project(images.add(noise.mul(2).sub(1).mul((float) epsilon)));
  }
}
