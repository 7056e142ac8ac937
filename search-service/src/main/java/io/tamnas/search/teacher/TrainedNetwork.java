package io.tamnas.search.teacher;

import io.tamnas.protocol.evaluation.NetworkProtocol;
import io.tamnas.protocol.task.TaskResult.SubnetTrained;
import io.tamnas.space.Genotype;
import io.tamnas.space.NetworkCost;
import io.tamnas.space.SearchSpace;

/**
 * A network of its own that was trained here.
 *
 * @param space in which its genotype is
 * @param datasetDigest of the records and their split that it was trained on
 * @param protocol by which its state was selected
 * @param trained its artifact, and what it reached under the protocol
 */
public record TrainedNetwork(
    SearchSpace space,
    Genotype genotype,
    String datasetDigest,
    NetworkProtocol protocol,
    SubnetTrained trained) {

  /** How many weights it has, as the search counts them. */
  public long parameters() {
    return NetworkCost.of(space, genotype).parameters();
  }
}
