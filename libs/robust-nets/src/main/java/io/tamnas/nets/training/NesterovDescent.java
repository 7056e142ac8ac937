package io.tamnas.nets.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import io.tamnas.nets.block.Parameter;
import io.tamnas.nets.supernet.Supernet;

/**
 * Stochastic gradient descent with Nesterov momentum (Sutskever et al. 2013, "On the importance of
 * initialization and momentum in deep learning", section 2, in the form {@code v ← μv + g; w ← w −
 * η(g + μv)}) and weight decay on kernels.
 */
final class NesterovDescent implements Descent {
  private final Optimizer.Sgd settings;
  private final Supernet weights;
  private final Supernet momenta;

  NesterovDescent(Optimizer.Sgd settings, Supernet weights, Supernet momenta) {
    this.settings = settings;
    this.weights = weights;
    this.momenta = momenta;
  }

  @Override
  public void update(Parameter parameter, NDArray clipped, float learningRate, NDManager scratch) {
    NDArray weight = weights.view(parameter, scratch);
    NDArray velocity = momenta.view(parameter, scratch);
    float momentum = (float) settings.momentum();
    NDArray gradient =
        parameter.decays() ? clipped.addi(weight.mul((float) settings.weightDecay())) : clipped;
    velocity.muli(momentum).addi(gradient);
    weight.subi(velocity.mul(momentum).addi(gradient).muli(learningRate));
  }
}
