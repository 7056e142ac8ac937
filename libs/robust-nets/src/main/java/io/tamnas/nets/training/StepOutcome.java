package io.tamnas.nets.training;

/**
 * What a step saw.
 *
 * @param loss the recipe's, mean over images and paths
 * @param accuracy on the crafted images, in [0, 1]
 * @param gradientNorm before clipping
 */
record StepOutcome(
    double loss, double accuracy, double gradientNorm, double epsilon, double learningRate) {}
