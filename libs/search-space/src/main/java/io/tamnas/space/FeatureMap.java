package io.tamnas.space;

/** The shape of what flows between layers: channels × height × width. */
public record FeatureMap(int channels, int height, int width) {

  /** The map that leaves a padded convolution of that many output channels and that stride. */
  public FeatureMap through(int outputChannels, int stride) {
    return new FeatureMap(outputChannels, strided(height, stride), strided(width, stride));
  }

  /** Height and width, such as {@code 16x16}. */
  public String sides() {
    return height + "x" + width;
  }

  boolean fitsInto(int side) {
    return height <= side && width <= side;
  }

  boolean hasAtLeast(int side) {
    return height >= side && width >= side;
  }

  private static int strided(int length, int stride) {
    return Math.ceilDiv(length, stride);
  }
}
