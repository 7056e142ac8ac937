package io.tamnas.nets.block;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;

/**
 * Where the values of feature maps lie in memory. Shapes are always N × C × H × W. The engine's
 * operations keep the layout of what they are given, so the first map's becomes every map's.
 */
public enum Layout {
  /**
   * The values of one channel side by side, as images come: on the CPU the engine normalizes by a
   * batch's own statistics faster so, forth and back.
   */
  CHANNELS_FIRST {
    @Override
    public NDArray of(NDArray images) {
      return images.reshape(images.getShape());
    }

    @Override
    NDList evenAndOdd(NDArray maps) {
      Shape shape = maps.getShape();
      NDList halves =
          maps.reshape(shape.get(0), shape.get(1) / 2, 2, shape.get(2), shape.get(3)).split(2, 2);
      return new NDList(halves.get(0).squeeze(2), halves.get(1).squeeze(2));
    }
  },
  /** The values of one pixel side by side: on the CPU the engine's convolutions are faster so. */
  CHANNELS_LAST {
    @Override
    public NDArray of(NDArray images) {
      Shape shape = images.getShape();
      return images
          .transpose(0, 2, 3, 1)
          .flatten()
          .reshape(shape.get(0), shape.get(2), shape.get(3), shape.get(1))
          .transpose(0, 3, 1, 2);
    }

    @Override
    NDList evenAndOdd(NDArray maps) {
      Shape shape = maps.getShape();
      NDList halves =
          maps.transpose(0, 2, 3, 1)
              .reshape(shape.get(0), shape.get(2), shape.get(3), shape.get(1) / 2, 2)
              .split(2, 4);
      return new NDList(half(halves.get(0)), half(halves.get(1)));
    }

    // N × H × W × C × 1 to N × C × H × W
    private static NDArray half(NDArray values) {
      return values.squeeze(4).transpose(0, 3, 1, 2);
    }
  };

  /**
   * Images in this layout.
   *
   * @param images N × C × H × W with the values of one channel side by side; stay open
   * @return a copy, or a view where they have the layout; in their manager
   */
  public abstract NDArray of(NDArray images);

  /**
   * The channels with even index and those with odd index, as views.
   *
   * @param maps N × C × H × W in this layout, C even
   * @return twice N × C/2 × H × W
   */
  abstract NDList evenAndOdd(NDArray maps);
}
