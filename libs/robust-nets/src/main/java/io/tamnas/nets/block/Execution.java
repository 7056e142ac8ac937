package io.tamnas.nets.block;

import ai.djl.ndarray.NDArray;

/**
 * How the parts of a network are computed: where the weights come from, and under which statistics
 * the normalizations stand, or that they are folded away. Results live in the manager of the input.
 */
public interface Execution {

  /** How the maps lie in memory where they are computed so. */
  Layout layout();

  /**
   * Convolution, normalization and activation.
   *
   * @param input N × unit.input × H × W; stays open
   * @return N × unit.output × ⌈H/stride⌉ × ⌈W/stride⌉
   */
  NDArray apply(NormedConvolution unit, NDArray input);

  /** A parameter that no normalization follows, in the shape in which it is declared. */
  NDArray parameter(Parameter parameter);
}
