package io.tamnas.nets.block;

import ai.djl.ndarray.types.Shape;

/**
 * A tensor of weights: its stable name, its shape, and how it begins.
 *
 * @param shape output channels first
 */
public record Parameter(String name, Shape shape, Beginning beginning) {

  /** The first values of a parameter. */
  public sealed interface Beginning {

    /** Uniform in ±1/√fanIn. */
    record Uniform(int fanIn) implements Beginning {}

    /** One value throughout. */
    record Constant(float value) implements Beginning {}
  }

  /** Whether weight decay applies: to matrices and kernels, not to biases and scales. */
  public boolean decays() {
    return shape.dimension() > 1;
  }
}
