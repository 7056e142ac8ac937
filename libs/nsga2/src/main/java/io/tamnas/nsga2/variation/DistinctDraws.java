package io.tamnas.nsga2.variation;

import java.util.Collection;
import java.util.Comparator;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Draws again what carries a genotype that is known already, at most {@value #MOST_REDRAWS} times;
 * then it is accepted, so that a small space still gives as many as are asked for.
 */
final class DistinctDraws<G> {

  static final int MOST_REDRAWS = 100;

  private final TreeSet<G> known;

  DistinctDraws(Comparator<? super G> order, Collection<G> known) {
    this.known = new TreeSet<>(order);
    this.known.addAll(known);
  }

  <T> T next(Supplier<T> draw, Function<T, G> genotype) {
    T drawn = draw.get();
    for (int redraws = 0; !known.add(genotype.apply(drawn)) && redraws < MOST_REDRAWS; redraws++) {
      drawn = draw.get();
    }
    return drawn;
  }
}
