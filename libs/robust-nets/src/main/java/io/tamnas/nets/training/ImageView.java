package io.tamnas.nets.training;

import io.tamnas.space.InputShape;

/**
 * A shifted, possibly mirrored window on an image; black where it leaves the image.
 *
 * @param down rows by which the window is moved
 * @param right columns by which the window is moved
 * @param mirrored left to right, after the move
 */
record ImageView(InputShape shape, int down, int right, boolean mirrored) {

  /** Writes the window's intensities, in [0, 1]. */
  void copy(byte[] image, float[] target, int offset) {
    int height = shape.height();
    int width = shape.width();
    for (int row = 0; row < shape.channels() * height; row++) {
      int from = row % height + down;
      if (from >= 0 && from < height) {
        copyRow(image, (row + down) * width, target, offset + row * width);
      }
    }
  }

  private void copyRow(byte[] image, int from, float[] target, int offset) {
    int width = shape.width();
    for (int column = 0; column < width; column++) {
      int source = (mirrored ? width - 1 - column : column) + right;
      if (source >= 0 && source < width) {
        target[offset + column] = (image[from + source] & 0xFF) / 255f;
      }
    }
  }
}
