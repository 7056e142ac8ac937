package io.tamnas.nets.random;

/**
 * Uniform noise for images: the value at a position of an image depends on nothing else, so the
 * composition of a batch does not matter.
 *
 * @param origin where the stream begins
 * @param imageSize values per image
 */
public record NoiseStream(long origin, int imageSize) {

  /** The stream of a run of an attack. */
  public static NoiseStream of(long seed, int run, int imageSize) {
    return new NoiseStream(SplitMix.key(seed, "attack start", run), imageSize);
  }

  /** Writes an image's values, each in [0, 1), in the order of its pixels (CHW). */
  public void fill(long image, float[] target, int offset) {
    long first = origin + image * imageSize;
    for (int position = 0; position < imageSize; position++) {
      target[offset + position] = SplitMix.unit(first + position);
    }
  }
}
