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
 * @param maskingImages on how many of the first images further attacks look for signs of masked
 *     gradients: the square attack with 100 queries, and PGD in a ball that holds almost every
 *     image; 0 looks for none that takes further attacks
 * @param seed of everything random in the attack
 */
public record MeasuringProtocol(
    Attack attack,
    int images,
    int batchSize,
    int recalibrationImages,
    int recalibrationBatch,
    int maskingImages,
    long seed) {
  public MeasuringProtocol {
    new NetworkProtocol(Split.VALIDATION, attack, images, batchSize, maskingImages, seed);
    NetworkProtocol.requirePositive("recalibrationImages", recalibrationImages);
    NetworkProtocol.requirePositive("recalibrationBatch", recalibrationBatch);
  }

  /** What is left of it once the subnet has its statistics. */
  NetworkProtocol ofNetwork() {
    return new NetworkProtocol(Split.VALIDATION, attack, images, batchSize, maskingImages, seed);
  }
}
