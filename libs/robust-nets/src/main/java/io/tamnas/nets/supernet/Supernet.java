package io.tamnas.nets.supernet;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import io.tamnas.nets.block.Parameter;
import io.tamnas.nets.network.Weights;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/** The values of a supernet's parameters; closed with their manager. */
public final class Supernet {
  private final SupernetPlan plan;
  private final Map<String, NDArray> values = new LinkedHashMap<>();

  private Supernet(SupernetPlan plan) {
    this.plan = plan;
  }

  /**
   * With given values.
   *
   * @param source a parameter's values in row-major order
   */
  public static Supernet of(SupernetPlan plan, ParameterValues source, NDManager manager) {
    Supernet supernet = new Supernet(plan);
    for (Parameter parameter : plan.parameters()) {
      supernet.values.put(
          parameter.name(), manager.create(source.of(parameter), parameter.shape()));
    }
    return supernet;
  }

  public SupernetPlan plan() {
    return plan;
  }

  /** The values of a parameter of the plan in full width; not to be closed. */
  public NDArray full(Parameter parameter) {
    return Objects.requireNonNull(values.get(parameter.name()), parameter.name());
  }

  /** The first channels of a parameter, as many as its shape says: a view of the values. */
  public NDArray view(Parameter parameter, NDManager manager) {
    return Slices.view(full(parameter), parameter.shape(), manager);
  }

  /** The weights as they are now, cut to each path's shapes and contiguous. */
  public Weights copy(NDManager manager) {
    Map<String, Map<Shape, NDArray>> copies = new LinkedHashMap<>();
    return parameter ->
        copies
            .computeIfAbsent(parameter.name(), name -> new LinkedHashMap<>())
            .computeIfAbsent(parameter.shape(), shape -> copy(parameter, manager));
  }

  private NDArray copy(Parameter parameter, NDManager manager) {
    try (NDArray view = view(parameter, manager)) {
      return view.duplicate();
    }
  }
}
