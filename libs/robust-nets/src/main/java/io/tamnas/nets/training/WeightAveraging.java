package io.tamnas.nets.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import io.tamnas.nets.block.Parameter;
import io.tamnas.nets.supernet.Supernet;

/**
 * Exponential moving average of all weights (Polyak, Juditsky 1992, in the decaying form that is
 * usual for networks): {@code a ← d·a + (1 − d)·w} after each step. The decay is held down while
 * the training is young, {@code d = min(decay, (1 + t)/(10 + t))} after t steps before, so that the
 * initial weights are soon forgotten.
 *
 * @param decay in [0, 1); 0 is no averaging
 */
record WeightAveraging(double decay) {

  /** The decay of a step, from 0. */
  double at(int step) {
    return Math.min(decay, (1.0 + step) / (10.0 + step));
  }

  /**
   * Moves the averages towards the weights, also those that the step did not change. What equals
   * its average keeps it bit for bit.
   */
  void average(Supernet averages, Supernet weights, int step) {
    float share = (float) (1 - at(step));
    for (Parameter parameter : weights.plan().parameters()) {
      NDArray average = averages.full(parameter);
      try (NDManager scratch = average.getManager().newSubManager()) {
        NDArray difference = weights.full(parameter).sub(average);
        difference.attach(scratch);
        average.addi(difference.muli(share));
      }
    }
  }
}
