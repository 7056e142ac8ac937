package io.tamnas.nets.block;

import ai.djl.ndarray.NDArray;

/** What follows a normalization. */
public enum Activation {
  NONE,
  RELU;

  /** Applies it, value by value; closes what it was given where the result is another tensor. */
  public NDArray apply(NDArray values) {
    return switch (this) {
      case NONE -> values;
      case RELU -> {
        try (values) {
          yield values.getNDArrayInternal().relu();
        }
      }
    };
  }
}
