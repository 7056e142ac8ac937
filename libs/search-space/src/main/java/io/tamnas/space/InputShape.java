package io.tamnas.space;

/** The images that a network takes: channels × height × width. */
public record InputShape(int channels, int height, int width) {
  public InputShape {
    if (channels < 1 || height < 1 || width < 1) {
      throw new IllegalArgumentException(
          "an input has at least one channel, row and column, not "
              + channels
              + "x"
              + height
              + "x"
              + width);
    }
  }

  /** Such as {@code 3x32x32}. */
  public String text() {
    return channels + "x" + height + "x" + width;
  }

  FeatureMap map() {
    return new FeatureMap(channels, height, width);
  }
}
