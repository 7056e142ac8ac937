package io.tamnas.nets.network;

import ai.djl.ndarray.NDArray;
import io.tamnas.nets.block.Execution;
import io.tamnas.nets.block.Layout;
import io.tamnas.nets.block.NetworkScaling;
import io.tamnas.nets.block.NormedConvolution;
import io.tamnas.nets.block.Parameter;

/** Every convolution is followed by its normalization, under given statistics. */
public final class Unfolded implements Execution {
  private final Weights weights;
  private final NetworkScaling scaling;
  private final Statistics statistics;
  private final Constants constants;

  /** The constants stand in where a normalization has no scale and shift. */
  public Unfolded(
      Weights weights, NetworkScaling scaling, Statistics statistics, Constants constants) {
    this.weights = weights;
    this.scaling = scaling;
    this.statistics = statistics;
    this.constants = constants;
  }

  /** Scaled as the network's plan says. */
  public static Unfolded of(
      NetworkPlan plan, Weights weights, Statistics statistics, Constants constants) {
    return new Unfolded(weights, plan.scaling(), statistics, constants);
  }

  @Override
  public Layout layout() {
    return Layout.CHANNELS_FIRST;
  }

  @Override
  public NDArray apply(NormedConvolution unit, NDArray input) {
    try (NDArray convolved = unit.convolve(input, weights.get(unit.weight()), null)) {
      return finish(unit, convolved);
    }
  }

  /** Normalization and activation of what the unit's convolution made, which stays open. */
  NDArray finish(NormedConvolution unit, NDArray convolved) {
    return unit.activation().apply(normalize(unit, convolved));
  }

  private NDArray normalize(NormedConvolution unit, NDArray convolved) {
    return unit.isScaled(scaling)
        ? statistics.normalize(
            unit, convolved, weights.get(unit.scale()), weights.get(unit.shift()))
        : statistics.normalize(
            unit, convolved, constants.ones(unit.output()), constants.zeros(unit.output()));
  }

  @Override
  public NDArray parameter(Parameter parameter) {
    return weights.get(parameter);
  }
}
