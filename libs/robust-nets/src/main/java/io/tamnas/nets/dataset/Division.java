package io.tamnas.nets.dataset;

import java.util.stream.IntStream;

/**
 * How the training images are divided into those to learn from and those to choose by. The indices
 * are shuffled by Fisher–Yates from the last to the first, each position drawn by {@link
 * SplitMix64} from the seed; the first {@code validationImages} of the result are the validation
 * images, the others the training images, both in the shuffled order, so that any prefix of either
 * is a fair sample.
 */
public record Division(int validationImages, long seed) {
  public Division {
    if (validationImages < 1) {
      throw new InvalidDatasetException(
          "the number of validation images must be at least 1, is " + validationImages);
    }
  }

  /** All training indices in shuffled order; the validation images come first. */
  int[] order(int trainingImages) {
    if (trainingImages < 2) {
      throw new InvalidDatasetException(
          "cutting validation images needs at least 2 training images, there is " + trainingImages);
    }
    if (validationImages >= trainingImages) {
      throw new InvalidDatasetException(
          "the number of validation images must be between 1 and %d, one less than the %d training"
                  .formatted(trainingImages - 1, trainingImages)
              + " images they are cut from, is %d".formatted(validationImages));
    }
    return shuffled(trainingImages, seed);
  }

  /** The indices up to that size, shuffled by the seed. */
  static int[] shuffled(int size, long seed) {
    int[] order = IntStream.range(0, size).toArray();
    SplitMix64 draws = new SplitMix64(seed);
    for (int last = size - 1; last > 0; last--) {
      int chosen = draws.below(last + 1);
      int kept = order[last];
      order[last] = order[chosen];
      order[chosen] = kept;
    }
    return order;
  }
}
