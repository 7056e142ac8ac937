package io.tamnas.nets.training;

import io.tamnas.space.InputShape;
import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * A square of an image that is taken out, in every channel (DeVries, Taylor 2017, arXiv 1708.04552,
 * section 3). Its centre lies in the image, its edges need not: what is beyond the border is cut
 * off. It becomes black; the authors set it to 0 after normalization, which is the mean.
 *
 * @param top row where the square begins, may be negative
 * @param left column where it begins, may be negative
 */
record Cutout(InputShape shape, int side, int top, int left) {

  /** With a centre drawn uniformly from the pixels of the image. */
  static Cutout drawn(InputShape shape, int side, RandomGenerator random) {
    int top = random.nextInt(shape.height()) - side / 2;
    int left = random.nextInt(shape.width()) - side / 2;
    return new Cutout(shape, side, top, left);
  }

  /**
   * Takes the square out.
   *
   * @param pixels hold the image from the offset on, C × H × W, row-major
   */
  void apply(float[] pixels, int offset) {
    int from = Math.max(0, left);
    int to = Math.min(shape.width(), left + side);
    for (int row = 0; row < shape.channels() * shape.height(); row++) {
      int below = row % shape.height() - top;
      if (below >= 0 && below < side) {
        int begin = offset + row * shape.width();
        Arrays.fill(pixels, begin + from, begin + to, 0f);
      }
    }
  }
}
