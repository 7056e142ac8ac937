package io.tamnas.space;

/** The first convolution, 3×3: its output channels and its stride. */
public record Stem(int width, int stride) {
  public Stem {
    if (width < 1 || stride < 1 || stride > 2) {
      throw new IllegalArgumentException(
          "a stem has at least one channel and stride 1 or 2, not width "
              + width
              + " and stride "
              + stride);
    }
  }
}
