package io.tamnas.nets.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import io.tamnas.nets.block.Parameter;

/**
 * Adam with decoupled weight decay (Loshchilov, Hutter 2019, arXiv 1711.05101, algorithm 2): {@code
 * m ← β₁m + (1 − β₁)g; v ← β₂v + (1 − β₂)g²; w ← w − η(m̂/(√v̂ + ε) + λw)} with {@code m̂ = m/(1 −
 * β₁ᵗ)} and {@code v̂ = v/(1 − β₂ᵗ)}; the decay applies to kernels.
 *
 * <p>Two things are other than there. η, the scheduled learning rate, also scales the decay, so λ
 * is the paper's divided by its α, which is how the usual libraries count. And t is how many
 * updates the parameter has had, in whatever width, since a path leaves other blocks alone and free
 * training updates several times in a step; it is remembered under the parameter's name. Channels
 * that only wide paths use have had fewer.
 */
final class AdamWDescent implements Descent {
  private static final String UPDATES = "updates.";

  private final Optimizer.AdamW settings;
  private final TrainingState state;

  /** On a state with momenta and squares. */
  AdamWDescent(Optimizer.AdamW settings, TrainingState state) {
    this.settings = settings;
    this.state = state;
  }

  @Override
  public void update(Parameter parameter, NDArray gradient, float learningRate, NDManager scratch) {
    int updates = count(parameter);
    NDArray momentum = state.trace(Trace.MOMENTA).view(parameter, scratch);
    NDArray square = state.trace(Trace.SQUARES).view(parameter, scratch);
    square
        .muli((float) settings.beta2())
        .addi(gradient.mul(gradient).muli((float) (1 - settings.beta2())));
    momentum.muli((float) settings.beta1()).addi(gradient.muli((float) (1 - settings.beta1())));
    NDArray deviation =
        square.div(correction(settings.beta2(), updates)).sqrt().addi((float) settings.epsilon());
    NDArray move = momentum.div(correction(settings.beta1(), updates)).divi(deviation);
    NDArray weight = state.weights().view(parameter, scratch);
    if (parameter.decays()) {
      move.addi(weight.mul((float) settings.weightDecay()));
    }
    weight.subi(move.muli(learningRate));
  }

  /** How many updates the parameter has had with this one. */
  private int count(Parameter parameter) {
    String name = UPDATES + parameter.name();
    int updates = state.numbers().get(name) + 1;
    state.numbers().set(name, updates);
    return updates;
  }

  /** {@code 1 − βᵗ}. */
  private static float correction(double beta, int updates) {
    return (float) (1 - StrictMath.pow(beta, updates));
  }
}
