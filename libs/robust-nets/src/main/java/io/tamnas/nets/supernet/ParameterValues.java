package io.tamnas.nets.supernet;

import io.tamnas.nets.block.Parameter;

/** Where the values of parameters come from. */
@FunctionalInterface
public interface ParameterValues {

  /** As many values as the parameter's shape has, in row-major order. */
  float[] of(Parameter parameter);
}
