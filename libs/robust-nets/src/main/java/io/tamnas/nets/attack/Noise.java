package io.tamnas.nets.attack;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import io.tamnas.nets.random.NoiseStream;

/** Noise for images, each by its own number. */
final class Noise {
  private Noise() {}

  /**
   * Uniform in [0, 1), one value per pixel.
   *
   * @return the shape of the victims' images, in that manager
   */
  static NDArray uniform(Victims victims, NoiseStream stream, NDManager manager) {
    return manager.create(values(victims, stream), victims.images().getShape());
  }

  /**
   * Uniform in ±1, stretched so that each image's largest value is ±1 (Croce, Hein 2020, arXiv
   * 2003.01690, in their implementation).
   *
   * @return the shape of the victims' images, in that manager
   */
  static NDArray stretched(Victims victims, NoiseStream stream, NDManager manager) {
    float[] values = values(victims, stream);
    int size = victims.imageSize();
    for (int image = 0; image < victims.count(); image++) {
      stretch(values, image * size, size);
    }
    return manager.create(values, victims.images().getShape());
  }

  private static void stretch(float[] values, int from, int size) {
    float largest = 0;
    for (int i = from; i < from + size; i++) {
      values[i] = 2 * values[i] - 1;
      largest = Math.max(largest, Math.abs(values[i]));
    }
    for (int i = from; i < from + size; i++) {
      values[i] /= largest;
    }
  }

  private static float[] values(Victims victims, NoiseStream stream) {
    int size = victims.imageSize();
    float[] values = new float[victims.count() * size];
    for (int image = 0; image < victims.count(); image++) {
      stream.fill(victims.numbers()[image], values, image * size);
    }
    return values;
  }
}
