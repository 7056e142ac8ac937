package io.tamnas.nets.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import io.tamnas.nets.block.Parameter;
import io.tamnas.nets.network.NetworkPlan;
import io.tamnas.nets.network.Weights;
import io.tamnas.nets.supernet.PathVariables;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Adversarial weight perturbation (Wu et al. 2020, arXiv 2004.05884) in one step: a path learns
 * where its weights were moved to make the loss on the crafted images greater, {@code w + γ‖w‖/‖g‖
 * · g} for each tensor of its own. Kernels and matrices are moved, biases and scales are not, as in
 * the authors' code. The moved weights are copies, so the update starts from where the weights
 * were.
 *
 * @param gamma at least 0; 0 is no perturbation
 */
record WeightPerturbation(double gamma) {
  /** As in the authors' code; keeps the quotient a number where the gradient is 0. */
  private static final double LEAST_NORM = 1e-20;

  /**
   * The path's variables at the moved weights, with no gradients yet.
   *
   * @param variables have the gradients g of the loss
   * @param manager closes the result
   */
  PathVariables moved(NetworkPlan path, PathVariables variables, NDManager manager) {
    Map<Parameter, NDArray> moved = new LinkedHashMap<>();
    for (Parameter parameter : variables.trained()) {
      if (parameter.decays()) {
        NDArray weight = variables.frozen().get(parameter);
        moved.put(parameter, moved(weight, variables.gradient(parameter), manager));
      }
    }
    Weights weights =
        parameter -> {
          NDArray weight = moved.get(parameter);
          return weight == null ? variables.frozen().get(parameter) : weight;
        };
    return new PathVariables(weights, path, manager);
  }

  private NDArray moved(NDArray weight, NDArray gradient, NDManager manager) {
    try (NDManager scratch = manager.newSubManager()) {
      double scale = gamma * norm(weight, scratch) / (norm(gradient, scratch) + LEAST_NORM);
      NDArray move = gradient.mul((float) scale);
      move.attach(scratch);
      NDArray moved = weight.add(move);
      moved.attach(manager);
      return moved;
    }
  }

  private static float norm(NDArray values, NDManager scratch) {
    NDArray norm = values.norm();
    norm.attach(scratch);
    return norm.getFloat();
  }
}
