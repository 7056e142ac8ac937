package io.tamnas.evaluator.export;

import ai.djl.ndarray.NDManager;
import io.tamnas.nets.dataset.Dataset;
import io.tamnas.nets.export.FoldedNetwork;
import io.tamnas.nets.finalist.Finalist;
import io.tamnas.nets.finalist.FinalistFile;
import io.tamnas.space.Genotype;
import io.tamnas.space.SearchSpace;
import java.nio.file.Path;
import org.springframework.stereotype.Component;

/** Finalists as trainers leave them. */
@Component
final class StoredFinalists implements FinalistReader {

  @Override
  public FoldedNetwork read(
      Path artifact, SearchSpace space, Genotype genotype, Dataset dataset, NDManager manager) {
    Finalist finalist = FinalistFile.read(artifact, space, genotype, dataset, manager);
    return new FoldedNetwork(finalist.plan(), finalist.folded(manager), space.input());
  }
}
