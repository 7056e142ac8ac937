package io.tamnas.nets.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import io.tamnas.nets.block.Parameter;

/** How a parameter follows its gradient. */
interface Descent {

  /**
   * Changes the parameter's weights and what is remembered of them; channels beyond the parameter's
   * shape stay as they are.
   *
   * @param gradient mean over the images, clipped; in the parameter's shape, may be overwritten
   * @param scratch closes what is needed on the way
   */
  void update(Parameter parameter, NDArray gradient, float learningRate, NDManager scratch);

  /** The descent of a recipe's optimizer on a state. */
  static Descent of(Optimizer optimizer, TrainingState state) {
    return switch (optimizer) {
      case Optimizer.Sgd sgd ->
          new NesterovDescent(sgd, state.weights(), state.trace(Trace.MOMENTA));
      case Optimizer.AdamW adam -> new AdamWDescent(adam, state);
    };
  }
}
