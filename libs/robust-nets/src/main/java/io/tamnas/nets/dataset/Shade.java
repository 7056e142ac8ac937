package io.tamnas.nets.dataset;

/**
 * The intensities of one colour channel: a background that changes evenly across the image, and a
 * figure that stands out from it by a contrast.
 *
 * @param background in the middle of the image, 0 to 255
 * @param contrast what the figure adds to the background, negative where it is darker
 * @param slopeX change of the background from the left to the right edge
 * @param slopeY change of the background from the top to the bottom edge
 */
record Shade(int background, int contrast, int slopeX, int slopeY) {
  private static final int MARGIN = 16;

  /** Draws the background so that the figure's contrast fits into the range. */
  static Shade drawn(int contrast, int mostSlope, SplitMix64 draws) {
    int least = MARGIN + Math.max(0, -contrast);
    int most = 255 - MARGIN - Math.max(0, contrast);
    int background = draws.between(least, most);
    int slopeX = draws.between(-mostSlope, mostSlope);
    int slopeY = draws.between(-mostSlope, mostSlope);
    return new Shade(background, contrast, slopeX, slopeY);
  }

  /** The intensity of a pixel of which the figure covers a part, with noise added. */
  byte intensity(int row, int column, int imageSize, int coverage, int noise) {
    int acrossX = slopeX * (2 * column + 1 - imageSize) / (2 * imageSize);
    int acrossY = slopeY * (2 * row + 1 - imageSize) / (2 * imageSize);
    int figure = contrast * coverage / Sketch.SAMPLES;
    return (byte) Math.clamp(background + acrossX + acrossY + figure + noise, 0, 255);
  }
}
