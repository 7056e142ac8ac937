package io.tamnas.search.specification;

import io.tamnas.protocol.evaluation.NetworkProtocol;
import io.tamnas.protocol.training.CheckpointSelection;
import io.tamnas.protocol.training.TrainingSettings;

/**
 * How a network of its own comes about.
 *
 * @param training its paths and scale warm-up mean nothing for one network
 * @param selection which state of the training is kept, by validation images
 * @param validation what is measured once on the test split
 * @param check by what an exported file is compared with its network
 */
public record NetworkSettings(
    TrainingSettings training,
    CheckpointSelection selection,
    NetworkProtocol validation,
    NetworkProtocol check) {}
