package io.tamnas.nets.training;

import ai.djl.ndarray.NDArray;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** What a training minimizes, and what its crafting maximizes meanwhile, batch by batch. */
interface Goal {

  /**
   * What is minimized. What gradients need is made here, in the images' manager.
   *
   * @param images N × C × H × W in [0, 1], clean; stay open
   * @param labels N, int64, each in [0, classes)
   */
  Objective objective(NDArray images, NDArray labels);

  /**
   * What is climbed: of logits, N × classes, a sum over the images.
   *
   * @param images N × C × H × W in [0, 1], clean; stay open
   * @param labels N, int64, each in [0, classes)
   * @param clean gives the path's own logits of the clean images; asked at most once
   */
  UnaryOperator<NDArray> climbed(NDArray images, NDArray labels, Supplier<NDArray> clean);

  /** Whether what is climbed is a divergence and no cross-entropy. */
  boolean climbsDivergence();
}
