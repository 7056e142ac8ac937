package io.tamnas.search.explanation;

import io.tamnas.space.Genotype;
import java.util.List;
import java.util.function.Predicate;

/**
 * The measured subnets of a size class.
 *
 * @param front those of them that are on the front
 * @param measured all of them
 */
record Members(SizeClass size, List<Genotype> front, List<Genotype> measured) {

  /** How many of the front a predicate holds for. */
  Share inFront(Predicate<Genotype> predicate) {
    return share(front, predicate);
  }

  /** How many of all a predicate holds for. */
  Share inAll(Predicate<Genotype> predicate) {
    return share(measured, predicate);
  }

  private static Share share(List<Genotype> genotypes, Predicate<Genotype> predicate) {
    return Share.of((int) genotypes.stream().filter(predicate).count(), genotypes.size());
  }
}
