package io.tamnas.nets.supernet;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import io.tamnas.nets.block.Parameter;
import io.tamnas.nets.engine.Gradients;
import io.tamnas.nets.network.NetworkPlan;
import io.tamnas.nets.network.Weights;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The weights of one path for one step: contiguous copies, frozen ones for crafting and
 * differentiable ones for the update.
 */
public final class PathVariables implements WeightGradient {
  private final NetworkPlan path;
  private final Weights frozen;
  private final Map<String, NDArray> variables = new LinkedHashMap<>();

  /** Copies the path's weights; everything is closed with the manager. */
  public PathVariables(Supernet supernet, NetworkPlan path, NDManager manager) {
    this(supernet.copy(manager), path, manager);
  }

  /**
   * Of weights that stay open and unchanged as long as this is used; the aliases of them are closed
   * with the manager.
   *
   * @param frozen in the path's shapes, contiguous
   */
  public PathVariables(Weights frozen, NetworkPlan path, NDManager manager) {
    this.path = path;
    this.frozen = frozen;
    for (Parameter parameter : trained()) {
      variables.put(parameter.name(), Gradients.variable(frozen.get(parameter), manager));
    }
  }

  @Override
  public List<Parameter> trained() {
    return path.parameters();
  }

  /** Weights that nothing is differentiated by. */
  public Weights frozen() {
    return frozen;
  }

  /** Weights that the loss is differentiated by. */
  public Weights differentiable() {
    return parameter -> {
      NDArray variable = variables.get(parameter.name());
      return variable == null ? frozen.get(parameter) : variable;
    };
  }

  @Override
  public NDArray gradient(Parameter parameter) {
    return Objects.requireNonNull(variables.get(parameter.name()), parameter.name()).getGradient();
  }

  @Override
  public NDArray gradient() {
    NDList gradients = new NDList();
    trained().forEach(parameter -> gradients.add(gradient(parameter).flatten()));
    return NDArrays.concat(gradients);
  }
}
