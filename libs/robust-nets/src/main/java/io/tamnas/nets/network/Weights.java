package io.tamnas.nets.network;

import ai.djl.ndarray.NDArray;
import io.tamnas.nets.block.Parameter;

/** Where a network finds its parameters. */
public interface Weights {

  /**
   * The values of a parameter.
   *
   * @return a tensor of the parameter's shape; whoever holds the weights closes it
   */
  NDArray get(Parameter parameter);
}
