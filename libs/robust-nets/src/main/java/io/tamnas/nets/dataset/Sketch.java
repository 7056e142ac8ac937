package io.tamnas.nets.dataset;

/**
 * A figure with its place in an image. Lengths are in 64ths of a pixel; the tilt is the tangent of
 * the angle in 64ths.
 */
record Sketch(Figure figure, int centreX, int centreY, int radius, int tilt) {
  static final int PIXEL = 64;

  /** How many points of a pixel are looked at. */
  static final int SAMPLES = 16;

  private static final int STEP = PIXEL / 4;
  private static final int MOST_TILT = 10;

  /** Draws size, tilt and place, in this order, so that the figure lies inside the image. */
  static Sketch drawn(Figure figure, int imageSize, SplitMix64 draws) {
    int radius = draws.between(imageSize * 20, imageSize * 30);
    int tilt = draws.between(-MOST_TILT, MOST_TILT);
    int farthest = imageSize * PIXEL - radius;
    int x = draws.between(radius, farthest);
    int y = draws.between(radius, farthest);
    return new Sketch(figure, x, y, radius, tilt);
  }

  /** How much of a pixel the figure covers, in [0, {@link #SAMPLES}]. */
  int coverage(int row, int column) {
    int covered = 0;
    for (int y = row * PIXEL + STEP / 2; y < (row + 1) * PIXEL; y += STEP) {
      for (int x = column * PIXEL + STEP / 2; x < (column + 1) * PIXEL; x += STEP) {
        covered += covers(x - centreX, y - centreY) ? 1 : 0;
      }
    }
    return covered;
  }

  private boolean covers(int x, int y) {
    int u = (x * 64 + y * tilt) * 16 / radius;
    int v = (y * 64 - x * tilt) * 16 / radius;
    return figure.covers(u, v);
  }
}
