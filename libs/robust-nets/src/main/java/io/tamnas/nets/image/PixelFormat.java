package io.tamnas.nets.image;

/**
 * What pictures are brought to.
 *
 * @param side height and width
 */
public record PixelFormat(int side, Colours colours) {
  /** Of {@link #side}. */
  public static final int LEAST_SIDE = 8;

  /** Of {@link #side}. */
  public static final int MOST_SIDE = 512;

  public PixelFormat {
    if (side < LEAST_SIDE || side > MOST_SIDE) {
      throw new IllegalArgumentException(
          "the image size must be between %d and %d, is %d".formatted(LEAST_SIDE, MOST_SIDE, side));
    }
  }

  /** Which channels there are. */
  public enum Colours {
    GREY(1),
    RGB(3);

    private final int channels;

    Colours(int channels) {
      this.channels = channels;
    }

    /** How many. */
    public int channels() {
      return channels;
    }
  }

  /** Of one image, one byte per value. */
  public int imageBytes() {
    return colours.channels() * side * side;
  }
}
