package io.tamnas.nets.random;

/**
 * Standard normal noise for images: the value at a position of an image depends on nothing else.
 *
 * @param origin where the stream begins
 * @param imageSize values per image
 */
public record NormalStream(long origin, int imageSize) {

  /**
   * Writes an image's values in the order of its pixels (CHW), each of two uniform numbers (Box,
   * Muller 1958, "A note on the generation of random normal deviates").
   */
  public void fill(long image, float[] target, int offset) {
    long first = origin + 2 * image * imageSize;
    for (int position = 0; position < imageSize; position++) {
      target[offset + position] = normal(first + 2L * position);
    }
  }

  private static float normal(long position) {
    double aboveZero = 1 - SplitMix.unit(position);
    double angle = 2 * StrictMath.PI * SplitMix.unit(position + 1);
    return (float) (StrictMath.sqrt(-2 * StrictMath.log(aboveZero)) * StrictMath.cos(angle));
  }
}
