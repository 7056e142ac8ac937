package io.tamnas.nets.network;

import ai.djl.ndarray.NDArray;
import io.tamnas.nets.block.NormedConvolution;

/** The mean and variance of the batch itself; nothing is remembered. */
public final class BatchStatistics implements Statistics {
  /** The engine's running statistics keep all of their old value. */
  private static final float KEEP_ALL = 1;

  private final Constants constants;

  public BatchStatistics(Constants constants) {
    this.constants = constants;
  }

  @Override
  public NDArray normalize(
      NormedConvolution unit, NDArray convolved, NDArray scale, NDArray shift) {
    NDArray mean = constants.zeros(unit.output());
    NDArray variance = constants.ones(unit.output());
    return convolved
        .getNDArrayInternal()
        .batchNorm(convolved, mean, variance, scale, shift, 1, KEEP_ALL, EPSILON, true)
        .singletonOrThrow();
  }
}
