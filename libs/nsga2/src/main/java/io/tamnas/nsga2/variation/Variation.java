package io.tamnas.nsga2.variation;

import java.util.function.Function;
import java.util.random.RandomGenerator;

/** Makes a child's genotype of two parents' genotypes; a function of its arguments alone. */
@FunctionalInterface
public interface Variation<G> {

  G vary(G first, G second, RandomGenerator random);

  /** The same variation for a type of genotype that is made of {@code G}. */
  default <H> Variation<H> on(
      Function<? super H, ? extends G> unwrap, Function<? super G, ? extends H> wrap) {
    return (first, second, random) ->
        wrap.apply(vary(unwrap.apply(first), unwrap.apply(second), random));
  }
}
