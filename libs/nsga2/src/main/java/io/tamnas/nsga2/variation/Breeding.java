package io.tamnas.nsga2.variation;

import io.tamnas.nsga2.Population;
import io.tamnas.nsga2.RankedIndividual;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.random.RandomGenerator;

/**
 * Makes the first generation and the children of every later one, each a function of its arguments
 * and the numbers that the generator gives ({@link GenerationRandom}).
 *
 * @param genotypeOrder in which only equal genotypes compare as equal
 */
public record Breeding<G>(Variation<G> variation, Comparator<? super G> genotypeOrder) {

  /** Genotypes drawn from a space; one that was drawn already is drawn again, at most 100 times. */
  public List<G> founders(int count, Function<RandomGenerator, G> draw, RandomGenerator random) {
    DistinctDraws<G> draws = new DistinctDraws<>(genotypeOrder, List.of());
    List<G> founders = new ArrayList<>(count);
    while (founders.size() < count) {
      founders.add(draws.next(() -> draw.apply(random), Function.identity()));
    }
    return List.copyOf(founders);
  }

  /**
   * Children of parents that win binary tournaments on rank and crowding distance. A child equal to
   * any of the parents or to a sibling is drawn again with new parents, at most 100 times, then
   * accepted.
   *
   * @throws IllegalArgumentException where there are no parents
   */
  public List<Child<G>> children(Population<G> parents, int count, RandomGenerator random) {
    if (parents.size() == 0) {
      throw new IllegalArgumentException("children need parents, the population is empty");
    }
    List<G> known = parents.members().stream().map(RankedIndividual::genotype).toList();
    DistinctDraws<G> draws = new DistinctDraws<>(genotypeOrder, known);
    List<Child<G>> children = new ArrayList<>(count);
    while (children.size() < count) {
      children.add(draws.next(() -> child(parents, random), Child::genotype));
    }
    return List.copyOf(children);
  }

  private Child<G> child(Population<G> parents, RandomGenerator random) {
    G first = BinaryTournament.winner(parents, random).genotype();
    G second = BinaryTournament.winner(parents, random).genotype();
    return new Child<>(variation.vary(first, second, random), first, second);
  }
}
