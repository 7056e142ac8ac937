package io.tamnas.evaluator.export;

import ai.djl.ndarray.NDManager;
import io.tamnas.nets.dataset.Dataset;
import io.tamnas.nets.export.FoldedNetwork;
import io.tamnas.space.Genotype;
import io.tamnas.space.SearchSpace;
import java.nio.file.Path;

/** Reads the artifact of a network that was trained on its own. */
@FunctionalInterface
interface FinalistReader {

  /**
   * The network, its normalizations folded by the statistics that it brings along.
   *
   * @param dataset that it was trained on
   * @param manager on the engine's device; closes the network
   * @throws io.tamnas.nets.checkpoint.InvalidCheckpointException where the file is damaged, or of
   *     another space, genotype or data set
   */
  FoldedNetwork read(
      Path artifact, SearchSpace space, Genotype genotype, Dataset dataset, NDManager manager);
}
