package io.tamnas.nets.supernet;

import io.tamnas.nets.dataset.Images;
import io.tamnas.space.InputShape;

/**
 * Mean and deviation of the intensities of training images, per channel, from exact integer sums.
 *
 * @param mean in [0, 1]
 * @param deviation above 0
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record PixelStatistics(float[] mean, float[] deviation) {
  private static final double LEAST_DEVIATION = 1.0 / 255;

  /** Over all pixels of all images. */
  public static PixelStatistics of(Images images, InputShape shape) {
    int area = shape.height() * shape.width();
    long[] sums = new long[shape.channels()];
    long[] squares = new long[shape.channels()];
    byte[] pixels = new byte[shape.channels() * area];
    for (int image = 0; image < images.size(); image++) {
      images.copyPixels(image, pixels, 0);
      for (int i = 0; i < pixels.length; i++) {
        int value = pixels[i] & 0xFF;
        sums[i / area] += value;
        squares[i / area] += (long) value * value;
      }
    }
    return of(sums, squares, (double) images.size() * area);
  }

  private static PixelStatistics of(long[] sums, long[] squares, double count) {
    float[] mean = new float[sums.length];
    float[] deviation = new float[sums.length];
    for (int c = 0; c < sums.length; c++) {
      double average = sums[c] / count;
      double variance = squares[c] / count - average * average;
      mean[c] = (float) (average / 255);
      deviation[c] = (float) Math.max(LEAST_DEVIATION, Math.sqrt(Math.max(0, variance)) / 255);
    }
    return new PixelStatistics(mean, deviation);
  }
}
