package io.tamnas.nets.measuring;

import io.tamnas.nets.attack.Attack;

/**
 * How a subnet is measured. Part of a measurement's identity: another value is another measurement.
 *
 * @param images how many of the validation split, from its beginning
 * @param batchSize images per pass; it changes bits, so it is a constant
 * @param recalibrationImages training images, clean, from the beginning of the training split, for
 *     the normalization statistics
 * @param recalibrationBatch images per pass of the recalibration
 * @param seed of the attack's random starts
 */
public record MeasuringProtocol(
    Attack attack,
    int images,
    int batchSize,
    int recalibrationImages,
    int recalibrationBatch,
    long seed) {
  public MeasuringProtocol {
    requirePositive("images", images);
    requirePositive("batchSize", batchSize);
    requirePositive("recalibrationImages", recalibrationImages);
    requirePositive("recalibrationBatch", recalibrationBatch);
  }

  private static void requirePositive(String name, int value) {
    if (value < 1) {
      throw new IllegalArgumentException(name + " is at least 1, not " + value);
    }
  }
}
