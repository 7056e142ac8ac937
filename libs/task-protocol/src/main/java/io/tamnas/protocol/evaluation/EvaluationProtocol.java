package io.tamnas.protocol.evaluation;

import io.tamnas.protocol.attack.AttackSettings;

/**
 * How a subnet is measured. Part of a measurement's identity: another value is another measurement.
 *
 * @param images how many of the validation split, from its beginning
 * @param batchSize images per pass; it changes bits, so it is a constant
 * @param recalibrationImages training images, clean, from the beginning of the training split, for
 *     the normalization statistics
 * @param recalibrationBatch images per pass of the recalibration
 * @param maskingImages on how many of the images signs of masked gradients are looked for that take
 *     further attacks; 0 is none
 * @param seed of everything random in the attack
 */
public record EvaluationProtocol(
    AttackSettings attack,
    int images,
    int batchSize,
    int recalibrationImages,
    int recalibrationBatch,
    int maskingImages,
    long seed) {}
