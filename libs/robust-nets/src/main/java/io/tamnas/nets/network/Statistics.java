package io.tamnas.nets.network;

import ai.djl.ndarray.NDArray;
import io.tamnas.nets.block.NormedConvolution;

/**
 * By which mean and variance a normalization normalizes (Ioffe, Szegedy 2015, arXiv 1502.03167,
 * algorithms 1 and 2).
 */
public interface Statistics {

  /** Added to every variance. */
  float EPSILON = 1e-5f;

  /**
   * Normalizes what a convolution made.
   *
   * @param convolved N × C × H × W; stays open
   * @param scale γ, C values
   * @param shift β, C values
   * @return {@code (convolved − mean) / √(variance + ε) · scale + shift}, in the manager of the
   *     convolved
   */
  NDArray normalize(NormedConvolution unit, NDArray convolved, NDArray scale, NDArray shift);
}
