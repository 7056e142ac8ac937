package io.tamnas.nets.measuring;

import io.tamnas.nets.attack.Attack;
import io.tamnas.nets.dataset.Dataset;

/**
 * How a classifier is measured that brings its normalization statistics along. Part of a
 * measurement's identity: another value is another measurement.
 *
 * @param images how many of the split, from its beginning
 * @param batchSize images per pass; it changes bits, so it is a constant
 * @param maskingImages on how many of the first images further attacks look for signs of masked
 *     gradients: the square attack with 100 queries, and PGD in a ball that holds almost every
 *     image; 0 looks for none that takes further attacks
 * @param seed of everything random in the attack
 */
public record NetworkProtocol(
    Split split, Attack attack, int images, int batchSize, int maskingImages, long seed) {
  public NetworkProtocol {
    requirePositive("images", images);
    requirePositive("batchSize", batchSize);
    if (maskingImages < 0 || maskingImages > images) {
      throw new IllegalArgumentException(
          "maskingImages are 0 to all %d images, not %d".formatted(images, maskingImages));
    }
  }

  static void requirePositive(String name, int value) {
    if (value < 1) {
      throw new IllegalArgumentException(name + " is at least 1, not " + value);
    }
  }

  /**
   * Checks that a data set has the images and the classes.
   *
   * @throws IllegalArgumentException where it has fewer images than are wanted, or too few classes
   *     for the attack
   */
  public void requireFit(Dataset dataset) {
    attack.requireClasses(dataset.classes());
    ImageTensors.requireImages(split.of(dataset), split.text(), images);
  }

  /** One line with every value: equal texts mean equal protocols. */
  public String text() {
    return RecordText.of(this);
  }
}
