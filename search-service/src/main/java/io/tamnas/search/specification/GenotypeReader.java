package io.tamnas.search.specification;

import io.tamnas.space.Genotype;
import io.tamnas.space.SearchSpace;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads genotypes of a space; each gene is an index into the choices that the space has for it. */
record GenotypeReader(SearchSpace space) {

  /** Those of the items that are genotypes, each once; a violation for each one that is not. */
  List<Genotype> different(List<Item> items) {
    List<Genotype> genotypes = new ArrayList<>();
    for (Item item : items) {
      read(item).filter(genotype -> isNew(genotype, genotypes, item)).ifPresent(genotypes::add);
    }
    return genotypes;
  }

  private static boolean isNew(Genotype genotype, List<Genotype> known, Item item) {
    if (known.contains(genotype)) {
      item.findings().add(item.pointer(), "must differ from the others, is again one of them");
      return false;
    }
    return true;
  }

  /** Empty, and a violation for each wrong gene, where it is none of the space. */
  Optional<Genotype> read(Item item) {
    List<Integer> sizes = space.geneSizes();
    Optional<List<Item>> genes = Section.items(item, new Range(sizes.size(), sizes.size()));
    List<Integer> read = new ArrayList<>();
    genes.ifPresent(
        all -> {
          for (int i = 0; i < all.size(); i++) {
            all.get(i)
                .wholeNumber(new Range(0, sizes.get(i) - 1))
                .ifPresent(gene -> read.add((int) gene));
          }
        });
    return read.size() == sizes.size() ? Optional.of(new Genotype(read)) : Optional.empty();
  }
}
