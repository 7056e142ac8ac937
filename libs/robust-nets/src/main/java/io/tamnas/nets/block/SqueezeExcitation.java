package io.tamnas.nets.block;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import io.tamnas.nets.block.Parameter.Beginning;
import java.util.List;

/**
 * Squeeze-and-excitation (Hu et al. 2018, arXiv 1709.01507, equations 2 and 3): each channel is
 * scaled by a gate that sees the averages of all.
 */
public record SqueezeExcitation(String prefix, int channels, int hidden) implements AttentionPlan {

  @Override
  public List<Parameter> parameters() {
    return List.of(squeezeWeight(), squeezeBias(), exciteWeight(), exciteBias());
  }

  /** From the averages to what is hidden: hidden × channels. */
  public Parameter squeezeWeight() {
    return weight("fc1", channels, hidden);
  }

  /** Of what is hidden. */
  public Parameter squeezeBias() {
    return bias("fc1", channels, hidden);
  }

  /** From what is hidden to the gates: channels × hidden. */
  public Parameter exciteWeight() {
    return weight("fc2", hidden, channels);
  }

  /** Of the gates. */
  public Parameter exciteBias() {
    return bias("fc2", hidden, channels);
  }

  @Override
  public NDArray forward(Execution execution, NDArray values) {
    NDArray averages = values.getNDArrayInternal().globalAvgPool(); // N × channels
    NDArray squeezed =
        linear(execution, averages, squeezeWeight(), squeezeBias()).getNDArrayInternal().relu();
    NDArray gate =
        linear(execution, squeezed, exciteWeight(), exciteBias()).getNDArrayInternal().sigmoid();
    try (values) {
      return values.mul(gate.reshape(-1, channels, 1, 1));
    }
  }

  private static NDArray linear(
      Execution execution, NDArray input, Parameter weight, Parameter bias) {
    return input
        .getNDArrayInternal()
        .linear(input, execution.parameter(weight), execution.parameter(bias))
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
