package io.tamnas.protocol.evaluation;

import io.tamnas.protocol.attack.AttackSettings;

/**
 * How a network that was trained on its own is measured, with the normalization statistics that it
 * brings along.
 *
 * @param images how many of the split, from its beginning
 * @param batchSize images per pass; it changes bits, so it is a constant
 * @param maskingImages on how many of the images signs of masked gradients are looked for that take
 *     further attacks; 0 is none
 * @param seed of everything random in the attack
 */
public record NetworkProtocol(
    Split split, AttackSettings attack, int images, int batchSize, int maskingImages, long seed) {}
