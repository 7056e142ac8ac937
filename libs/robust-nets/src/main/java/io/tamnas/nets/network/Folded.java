package io.tamnas.nets.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import io.tamnas.nets.block.Execution;
import io.tamnas.nets.block.Layout;
import io.tamnas.nets.block.NetworkScaling;
import io.tamnas.nets.block.NormedConvolution;
import io.tamnas.nets.block.Parameter;
import java.util.HashMap;
import java.util.Map;

/**
 * Every normalization is part of the convolution before it: {@code w′ = w · γ / √(variance + ε)},
 * {@code b′ = β − mean · γ / √(variance + ε)} (Jacob et al. 2018, arXiv 1712.05877, equation 14).
 * Weights and statistics as they are now are copied.
 */
public final class Folded implements Execution {
  private final Weights weights;
  private final Map<String, Kernel> kernels = new HashMap<>();

  /**
   * A convolution with the normalization behind it.
   *
   * @param weight output × input/groups × kernel × kernel
   * @param bias of {@code output} values
   */
  public record Kernel(NDArray weight, NDArray bias) {}

  /**
   * Folds the network.
   *
   * @param weights stay open as long as the result is used
   * @param manager of the folded kernels; they are closed with it
   */
  public Folded(
      NetworkPlan plan,
      Weights weights,
      NetworkScaling scaling,
      RunningStatistics statistics,
      NDManager manager) {
    this.weights = weights;
    for (NormedConvolution unit : plan.units()) {
      try (NDManager scratch = manager.newSubManager()) {
        Kernel kernel = fold(unit, scaling, statistics.of(unit), scratch);
        kernel.weight().attach(manager);
        kernel.bias().attach(manager);
        kernels.put(unit.name(), kernel);
      }
    }
  }

  private Kernel fold(
      NormedConvolution unit,
      NetworkScaling scaling,
      RunningStatistics.Moments moments,
      NDManager scratch) {
    NDArray variance = moments.variance().duplicate();
    variance.attach(scratch);
    NDArray inverse = variance.add(Statistics.EPSILON).sqrt().getNDArrayInternal().rdiv(1);
    NDArray factor = unit.isScaled(scaling) ? inverse.mul(weights.get(unit.scale())) : inverse;
    NDArray shift = factor.mul(moments.mean()).neg();
    return new Kernel(
        factor.reshape(-1, 1, 1, 1).mul(weights.get(unit.weight())),
        unit.isScaled(scaling) ? shift.add(weights.get(unit.shift())) : shift.duplicate());
  }

  @Override
  public Layout layout() {
    return Layout.CHANNELS_LAST;
  }

  @Override
  public NDArray apply(NormedConvolution unit, NDArray input) {
    Kernel kernel = kernel(unit);
    return unit.activation().apply(unit.convolve(input, kernel.weight(), kernel.bias()));
  }

  /** What a unit has become; not to be closed. */
  public Kernel kernel(NormedConvolution unit) {
    Kernel kernel = kernels.get(unit.name());
    if (kernel == null) {
      throw new IllegalArgumentException(unit.name() + " is no part of the folded network");
    }
    return kernel;
  }

  @Override
  public NDArray parameter(Parameter parameter) {
    return weights.get(parameter);
  }
}
