package io.tamnas.space;

import java.util.List;

/**
 * The genes of a subnet: for L layers, L block genes followed by L channel genes, each an index
 * into the layer's choices. Ordered gene by gene.
 */
public record Genotype(List<Integer> genes) implements Comparable<Genotype> {
  public Genotype {
    genes = List.copyOf(genes);
  }

  @Override
  public int compareTo(Genotype other) {
    int common = Math.min(genes.size(), other.genes.size());
    for (int i = 0; i < common; i++) {
      int order = Integer.compare(genes.get(i), other.genes.get(i));
      if (order != 0) {
        return order;
      }
    }
    return Integer.compare(genes.size(), other.genes.size());
  }
}
