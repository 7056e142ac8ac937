package io.tamnas.nsga2;

import static io.tamnas.nsga2.Samples.minimizing;
import static io.tamnas.nsga2.Samples.onGrid;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.moeaframework.core.Solution;
import org.moeaframework.core.attribute.CrowdingDistance;
import org.moeaframework.core.attribute.Rank;
import org.moeaframework.core.constraint.LessThanOrEqual;
import org.moeaframework.core.population.FastNondominatedSorting;

/**
 * Compares ranks and crowding distances with those of the MOEA Framework, and with plain peeling.
 */
class RankingOracleTest {

  private static final int CONTINUOUS = 1_000_000_000;

  @Test
  void agreesOnRandomPopulations() {
    SplittableRandom random = new SplittableRandom(11);
    for (int round = 0; round < 2_000; round++) {
      int objectives = random.nextInt(1, 5);
      assertAgrees(onGrid(random.nextInt(1, 40), objectives, CONTINUOUS, random), objectives);
    }
  }

  @Test
  void agreesOnPopulationsFullOfTies() {
    SplittableRandom random = new SplittableRandom(12);
    for (int round = 0; round < 2_000; round++) {
      int objectives = random.nextInt(1, 5);
      int levels = random.nextInt(1, 9);
      assertAgrees(onGrid(random.nextInt(1, 40), objectives, levels, random), objectives);
    }
  }

  @Test
  void agreesOnConstrainedPopulations() {
    SplittableRandom random = new SplittableRandom(13);
    for (int round = 0; round < 500; round++) {
      List<Individual<Integer>> individuals =
          onGrid(30, 2, CONTINUOUS, random).stream()
              .map(i -> random.nextBoolean() ? i : violating(i, random.nextInt(1, 1 << 30)))
              .toList();
      assertAgrees(individuals, 2);
    }
  }

  @Test
  void agreesWithPeelingWhereViolationsAreEqual() {
    SplittableRandom random = new SplittableRandom(14);
    for (int round = 0; round < 500; round++) {
      List<Individual<Integer>> individuals =
          onGrid(25, 3, 4, random).stream().map(i -> violating(i, random.nextInt(3))).toList();
      Map<Integer, Integer> expected = peeled(individuals);
      for (RankedIndividual<Integer> member : ranking(3).rank(individuals).members()) {
        assertThat(member.rank()).isEqualTo(expected.get(member.genotype()));
      }
    }
  }

  private static void assertAgrees(List<Individual<Integer>> individuals, int objectives) {
    Map<Integer, Solution> solutions = evaluated(individuals, objectives);
    Population<Integer> population = ranking(objectives).rank(individuals);
    assertThat(population.size()).isEqualTo(solutions.size());
    for (RankedIndividual<Integer> member : population.members()) {
      Solution expected = requireNonNull(solutions.get(member.genotype()));
      if (!agrees(member, expected)) {
        fail(
            "%s has rank %d, distance %s at the oracle",
            member, rank(expected), CrowdingDistance.getAttribute(expected));
      }
    }
  }

  private static boolean agrees(RankedIndividual<Integer> member, Solution expected) {
    double distance = CrowdingDistance.getAttribute(expected);
    return member.rank() == rank(expected)
        && (member.crowdingDistance() == distance
            || Math.abs(member.crowdingDistance() - distance) < 1e-12);
  }

  private static int rank(Solution solution) {
    return Rank.getAttribute(solution) + 1;
  }

  /**
   * By the oracle, whose ties follow the order of a front: so each is given with the lowest
   * genotype of equals first, and costs sorted from the last objective to the first.
   */
  private static Map<Integer, Solution> evaluated(
      List<Individual<Integer>> individuals, int objectives) {
    Comparator<Individual<Integer>> order =
        Comparator.comparing(RankingOracleTest::reversed, Arrays::compare);
    Map<Integer, Solution> solutions = new HashMap<>();
    var population = new org.moeaframework.core.population.Population();
    individuals.stream()
        .sorted(order.thenComparing(Individual::genotype))
        .forEach(
            individual -> {
              Solution solution = solution(individual, objectives);
              solutions.put(individual.genotype(), solution);
              population.add(solution);
            });
    FastNondominatedSorting sorting = new FastNondominatedSorting();
    sorting.evaluate(population);
    population.asList().stream()
        .collect(Collectors.groupingBy(RankingOracleTest::rank))
        .values()
        .forEach(
            front ->
                sorting.updateCrowdingDistance(
                    new org.moeaframework.core.population.Population(front)));
    return solutions;
  }

  private static Solution solution(Individual<Integer> individual, int objectives) {
    Solution solution = new Solution(0, objectives, 1);
    IntStream.range(0, objectives)
        .forEach(i -> solution.setObjectiveValue(i, individual.values().get(i)));
    solution.setConstraint(0, LessThanOrEqual.to(0));
    solution.setConstraintValue(0, individual.violation());
    return solution;
  }

  private static double[] reversed(Individual<Integer> individual) {
    return individual.values().reversed().stream().mapToDouble(Double::doubleValue).toArray();
  }

  private static Map<Integer, Integer> peeled(List<Individual<Integer>> individuals) {
    ConstrainedDominance dominance = new ConstrainedDominance(minimizing(3));
    Map<Integer, Integer> ranks = new HashMap<>();
    List<Individual<Integer>> left = individuals;
    for (int rank = 1; !left.isEmpty(); rank++) {
      List<Individual<Integer>> rest = left;
      List<Individual<Integer>> front =
          rest.stream()
              .filter(i -> rest.stream().noneMatch(other -> dominance.dominates(other, i)))
              .toList();
      for (Individual<Integer> individual : front) {
        ranks.put(individual.genotype(), rank);
      }
      left = rest.stream().filter(i -> !ranks.containsKey(i.genotype())).toList();
    }
    return Collections.unmodifiableMap(ranks);
  }

  private static Individual<Integer> violating(Individual<Integer> individual, double violation) {
    return new Individual<>(individual.genotype(), individual.values(), violation);
  }

  private static Ranking<Integer> ranking(int objectives) {
    return new Ranking<>(minimizing(objectives), Comparator.naturalOrder());
  }
}
