package io.tamnas.search.generation;

import io.tamnas.space.Genotype;
import java.util.List;

/** A genotype to be born: drawn from the space, without parents, or bred from two. */
public record Offspring(Genotype genotype, List<Genotype> parents) {
  public Offspring {
    parents = List.copyOf(parents);
  }
}
