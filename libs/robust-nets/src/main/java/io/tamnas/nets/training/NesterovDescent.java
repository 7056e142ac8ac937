package io.tamnas.nets.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import io.tamnas.nets.block.Parameter;
import io.tamnas.nets.supernet.Supernet;
import io.tamnas.nets.supernet.WeightGradient;

/**
 * Stochastic gradient descent with Nesterov momentum (Sutskever et al. 2013, "On the importance of
 * initialization and momentum in deep learning", section 2, in the form {@code v ← μv + g; w ← w −
 * η(g + μv)}) and weight decay on kernels, after the gradient's global norm has been clipped
 * (Pascanu et al. 2013, arXiv 1211.5063, algorithm 1). Only what the path used is touched: other
 * blocks, and channels beyond the path's, keep weight and momentum.
 */
final class NesterovDescent {
  private final Optimizer.Sgd settings;
  private final Supernet weights;
  private final Supernet momenta;

  NesterovDescent(Optimizer.Sgd settings, Supernet weights, Supernet momenta) {
    this.settings = settings;
    this.weights = weights;
    this.momenta = momenta;
  }

  /** The global L2 norm of the summed gradient. */
  static float norm(WeightGradient path, NDManager scratch) {
    NDArray gradient = path.gradient();
    gradient.attach(scratch);
    return gradient.norm().getFloat();
  }

  /**
   * Updates the path's weights.
   *
   * @param count how many images the gradient is summed over
   * @param norm of the mean gradient
   */
  void update(WeightGradient path, int count, float norm, double learningRate, NDManager scratch) {
    float factor = (float) (Math.min(1, settings.clipNorm() / norm) / count);
    for (Parameter parameter : path.trained()) {
      NDArray gradient = path.gradient(parameter);
      gradient.attach(scratch);
      update(parameter, gradient.mul(factor), (float) learningRate, scratch);
    }
  }

  private void update(Parameter parameter, NDArray clipped, float learningRate, NDManager scratch) {
    NDArray weight = weights.view(parameter, scratch);
    NDArray velocity = momenta.view(parameter, scratch);
    float momentum = (float) settings.momentum();
    NDArray gradient =
        parameter.decays() ? clipped.addi(weight.mul((float) settings.weightDecay())) : clipped;
    velocity.muli(momentum).addi(gradient);
    weight.subi(velocity.mul(momentum).addi(gradient).muli(learningRate));
  }
}
