package io.tamnas.nets.supernet;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.Shape;

/** The first channels of a tensor of weights. */
final class Slices {
  private Slices() {}

  /**
   * A view that shares the values: writing to it writes to the full tensor.
   *
   * @param full at least as long as the shape along each axis
   * @param manager closes the view
   */
  static NDArray view(NDArray full, Shape shape, NDManager manager) {
    if (full.getShape().equals(shape)) {
      NDArray alias = full.stopGradient();
      alias.attach(manager);
      return alias;
    }
    NDIndex index = new NDIndex();
    for (long length : shape.getShape()) {
      index.addSliceDim(0, length);
    }
    return full.get(manager, index);
  }
}
