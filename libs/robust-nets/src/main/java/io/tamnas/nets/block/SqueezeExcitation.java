package io.tamnas.nets.block;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import io.tamnas.nets.block.Parameter.Beginning;
import java.util.List;

/**
 * Squeeze-and-excitation (Hu et al. 2018, arXiv 1709.01507, equations 2 and 3): each channel is
 * scaled by a gate that sees the averages of all.
 */
record SqueezeExcitation(String prefix, int channels, int hidden) implements AttentionPlan {

  @Override
  public List<Parameter> parameters() {
    return List.of(
        weight("fc1", channels, hidden),
        bias("fc1", channels, hidden),
        weight("fc2", hidden, channels),
        bias("fc2", hidden, channels));
  }

  @Override
  public NDArray forward(Execution execution, NDArray values) {
    NDArray averages = values.getNDArrayInternal().globalAvgPool(); // N × channels
    NDArray squeezed =
        linear(execution, averages, "fc1", channels, hidden).getNDArrayInternal().relu();
    NDArray gate =
        linear(execution, squeezed, "fc2", hidden, channels).getNDArrayInternal().sigmoid();
    try (values) {
      return values.mul(gate.reshape(-1, channels, 1, 1));
    }
  }

  private NDArray linear(Execution execution, NDArray input, String name, int from, int to) {
    return input
        .getNDArrayInternal()
        .linear(
            input,
            execution.parameter(weight(name, from, to)),
            execution.parameter(bias(name, from, to)))
        .singletonOrThrow();
  }

  private Parameter weight(String name, int from, int to) {
    return new Parameter(
        prefix + "." + name + ".weight", new Shape(to, from), new Beginning.Uniform(from));
  }

  private Parameter bias(String name, int from, int to) {
    return new Parameter(prefix + "." + name + ".bias", new Shape(to), new Beginning.Uniform(from));
  }
}
