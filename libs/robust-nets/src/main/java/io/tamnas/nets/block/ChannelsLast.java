package io.tamnas.nets.block;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;

/**
 * The layout of feature maps in memory. Shapes are always N × C × H × W; the values of one pixel's
 * channels lie side by side, which the engine's convolutions and normalizations on the CPU prefer,
 * and which they keep once the first map has it.
 */
public final class ChannelsLast {
  private ChannelsLast() {}

  /**
   * The same maps in this layout.
   *
   * @param maps N × C × H × W in any layout; stay open
   * @return a copy, or a view where they have the layout; in their manager
   */
  public static NDArray of(NDArray maps) {
    Shape shape = maps.getShape();
    return maps.transpose(0, 2, 3, 1)
        .flatten()
        .reshape(shape.get(0), shape.get(2), shape.get(3), shape.get(1))
        .transpose(0, 3, 1, 2);
  }

  /**
   * The channels with even index and those with odd index, as views.
   *
   * @param maps N × C × H × W, C even
   * @return twice N × C/2 × H × W
   */
  static NDList evenAndOdd(NDArray maps) {
    Shape shape = maps.getShape();
    NDList halves =
        maps.transpose(0, 2, 3, 1)
            .reshape(shape.get(0), shape.get(2), shape.get(3), shape.get(1) / 2, 2)
            .split(2, 4);
    return new NDList(half(halves.get(0)), half(halves.get(1)));
  }

  /** N × H × W × C × 1 to N × C × H × W. */
  private static NDArray half(NDArray values) {
    return values.squeeze(4).transpose(0, 3, 1, 2);
  }
}
