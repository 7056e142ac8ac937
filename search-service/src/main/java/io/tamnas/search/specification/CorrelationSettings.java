package io.tamnas.search.specification;

import io.tamnas.protocol.evaluation.NetworkProtocol;
import io.tamnas.protocol.training.CheckpointSelection;
import io.tamnas.protocol.training.TrainingSettings;

/**
 * On what it rests how far the supernet's estimates put subnets in the right order.
 *
 * @param subnets how many of the measured ones are trained for a short time on their own; 0 is none
 * @param training the same for all of them, from scratch
 * @param selection of a single state, the last one
 * @param protocol that of the search, for a network of its own; never on test images
 */
public record CorrelationSettings(
    int subnets,
    TrainingSettings training,
    CheckpointSelection selection,
    NetworkProtocol protocol) {

  /** The most subnets of a job. */
  public static final int MOST = 64;
}
