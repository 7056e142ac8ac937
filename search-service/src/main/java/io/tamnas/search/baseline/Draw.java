package io.tamnas.search.baseline;

import io.tamnas.space.Genotype;
import java.util.List;

/**
 * What was drawn from a space at random.
 *
 * @param genotypes in the order of drawing, each once
 * @param wanted how many there should be
 * @param draws how many it took: as many as there are genotypes, and one for each that was not
 *     feasible or had come before
 */
public record Draw(List<Genotype> genotypes, int wanted, int draws) {
  public Draw {
    genotypes = List.copyOf(genotypes);
    if (genotypes.size() > wanted || draws < genotypes.size()) {
      throw new IllegalArgumentException(
          "%d of %d genotypes cannot come from %d draws"
              .formatted(genotypes.size(), wanted, draws));
    }
  }
}
