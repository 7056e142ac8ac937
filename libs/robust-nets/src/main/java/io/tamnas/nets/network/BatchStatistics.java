package io.tamnas.nets.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import io.tamnas.nets.block.NormedConvolution;

/** The mean and variance of the batch itself; nothing is remembered. */
public final class BatchStatistics implements Statistics {
  /** The engine's running statistics keep all of their old value. */
  private static final float KEEP_ALL = 1;

  /**
   * What the engine takes for running statistics. It writes into them, no numbers where the images
   * are none, but reads them nowhere; so they are shared with nobody.
   */
  private final Constants unread;

  /**
   * @param manager closes what the engine wants to write into
   */
  public BatchStatistics(NDManager manager) {
    this.unread = new Constants(manager);
  }

  @Override
  public NDArray normalize(
      NormedConvolution unit, NDArray convolved, NDArray scale, NDArray shift) {
    NDArray mean = unread.zeros(unit.output());
    NDArray variance = unread.ones(unit.output());
    return convolved
        .getNDArrayInternal()
        .batchNorm(convolved, mean, variance, scale, shift, 1, KEEP_ALL, EPSILON, true)
        .singletonOrThrow();
  }
}
