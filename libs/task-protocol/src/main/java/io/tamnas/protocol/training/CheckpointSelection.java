package io.tamnas.protocol.training;

import io.tamnas.protocol.evaluation.NetworkProtocol;

/**
 * Which state of a training is kept: of those looked at, the one with the most robust validation
 * images, the earlier one of equals. Robust accuracy falls again in long trainings while that on
 * the training images rises (Rice et al. 2020, arXiv 2002.11569, section 3).
 *
 * @param interval steps between looks; the end of the training is looked at too
 * @param protocol how the states are measured
 */
public record CheckpointSelection(int interval, NetworkProtocol protocol) {}
