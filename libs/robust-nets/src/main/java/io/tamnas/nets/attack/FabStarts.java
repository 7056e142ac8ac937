package io.tamnas.nets.attack;

import io.tamnas.nets.random.NoiseStream;

/** Where the later runs of FAB begin. */
final class FabStarts {
  private FabStarts() {}

  /**
   * Half the budget away from each image, in a direction of its own, within [0, 1].
   *
   * @param numbers of the images in their data set
   */
  static Pixels around(Pixels clean, int[] numbers, NoiseStream stream, double epsilon) {
    Pixels points = clean.copy();
    float[] noise = new float[clean.size()];
    for (int image = 0; image < clean.count(); image++) {
      stream.fill(numbers[image], noise, 0);
      disturb(points.values(), points.offset(image), noise, epsilon);
    }
    return points;
  }

  private static void disturb(float[] points, int offset, float[] noise, double epsilon) {
    float greatest = Float.MIN_NORMAL;
    for (int i = 0; i < noise.length; i++) {
      noise[i] = 2 * noise[i] - 1;
      greatest = Math.max(greatest, Math.abs(noise[i]));
    }
    float scale = (float) (epsilon / 2) / greatest;
    for (int i = 0; i < noise.length; i++) {
      points[offset + i] = Math.clamp(points[offset + i] + scale * noise[i], 0, 1);
    }
  }
}
