package io.tamnas.nsga2.variation;

import io.tamnas.nsga2.Population;
import io.tamnas.nsga2.RankedIndividual;
import java.util.random.RandomGenerator;

/** Draws two different members of a population and keeps the better one. */
final class BinaryTournament {

  private BinaryTournament() {}

  /** The winner by rank and crowding distance; where these are equal, the one drawn first. */
  static <G> RankedIndividual<G> winner(Population<G> population, RandomGenerator random) {
    if (population.size() == 1) {
      return population.member(0);
    }
    int first = random.nextInt(population.size());
    int second = random.nextInt(population.size() - 1);
    second += second >= first ? 1 : 0;
    RankedIndividual<G> challenger = population.member(second);
    RankedIndividual<G> holder = population.member(first);
    return challenger.isBetterThan(holder) ? challenger : holder;
  }
}
