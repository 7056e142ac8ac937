package io.tamnas.nsga2;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Ranks individuals. All results depend on what is in a collection, never on its order.
 *
 * @param genotypeOrder breaks ties; a total order in which only equal genotypes compare as equal
 */
public record Ranking<G>(Objectives objectives, Comparator<? super G> genotypeOrder) {

  /** The individuals with rank and crowding distance, in a population's order. */
  public Population<G> rank(Collection<Individual<G>> individuals) {
    List<Individual<G>> ordered = individuals.stream().sorted(individualOrder()).toList();
    CostTable table = new CostTable(ordered, objectives);
    int[] ranks = NondominatedSorting.ranks(table);
    double[] distances = CrowdingDistance.distances(table, fronts(ranks));
    return new Population<>(
        IntStream.range(0, ranks.length)
            .mapToObj(i -> new RankedIndividual<>(ordered.get(i), ranks[i], distances[i]))
            .sorted(
                Comparator.<RankedIndividual<G>>comparingInt(RankedIndividual::rank)
                    .thenComparing(RankedIndividual::crowdingDistance, Comparator.reverseOrder()))
            .toList());
  }

  /**
   * Environmental selection (Deb et al. 2002, section III-C): the best {@code size} of parents and
   * children together, whole fronts first and the last one by crowding distance; all where there
   * are fewer. Unlike in the paper the survivors are ranked anew, so that a population's crowding
   * distances depend on its members alone.
   */
  public Population<G> select(Collection<Individual<G>> parentsAndChildren, int size) {
    if (size < 1) {
      throw new IllegalArgumentException("at least 1 must survive, not " + size);
    }
    return rank(rank(parentsAndChildren).individuals().stream().limit(size).toList());
  }

  /**
   * The feasible individuals that no feasible one dominates, each genotype once.
   *
   * @throws IllegalArgumentException where a genotype comes with different values or violations
   */
  public Population<G> front(Collection<Individual<G>> individuals) {
    TreeMap<G, Individual<G>> distinct = new TreeMap<>(genotypeOrder);
    for (Individual<G> individual : individuals) {
      Individual<G> known = distinct.putIfAbsent(individual.genotype(), individual);
      if (known != null && !hasSameMeasurement(known, individual)) {
        throw new IllegalArgumentException(
            "one genotype has two measurements: %s and %s".formatted(known, individual));
      }
    }
    List<Individual<G>> feasible =
        distinct.values().stream().filter(Individual::isFeasible).toList();
    return new Population<>(rank(feasible).front());
  }

  private static boolean hasSameMeasurement(Individual<?> first, Individual<?> second) {
    return first.values().equals(second.values()) && first.violation() == second.violation();
  }

  private Comparator<Individual<G>> individualOrder() {
    return Comparator.<Individual<G>, G>comparing(Individual::genotype, genotypeOrder)
        .thenComparingDouble(Individual::violation)
        .thenComparing(individual -> objectives.costs(individual.values()), Arrays::compare);
  }

  private static int[][] fronts(int[] ranks) {
    List<IntStream.Builder> fronts = new ArrayList<>();
    for (int i = 0; i < ranks.length; i++) {
      while (fronts.size() < ranks[i]) {
        fronts.add(IntStream.builder());
      }
      fronts.get(ranks[i] - 1).add(i);
    }
    return fronts.stream().map(front -> front.build().toArray()).toArray(int[][]::new);
  }
}
