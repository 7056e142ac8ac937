package io.tamnas.nsga2;

import static io.tamnas.nsga2.Samples.feasible;
import static io.tamnas.nsga2.Samples.infeasible;
import static io.tamnas.nsga2.Samples.minimizing;
import static io.tamnas.nsga2.Samples.onGrid;
import static io.tamnas.nsga2.Samples.shuffled;
import static java.lang.Double.POSITIVE_INFINITY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RankingTest {

  private final Ranking<Integer> two = new Ranking<>(minimizing(2), Comparator.naturalOrder());
  private final Ranking<Integer> three = new Ranking<>(minimizing(3), Comparator.naturalOrder());

  @Test
  void peelsFrontsOffOneAfterTheOther() {
    Population<Integer> population =
        two.rank(
            List.of(
                feasible(1, 1, 4),
                feasible(2, 2, 2),
                feasible(3, 4, 1), // first
                feasible(4, 2, 5),
                feasible(5, 3, 3), // second
                feasible(6, 5, 5))); // third
    assertThat(ranks(population)).containsExactly(1, 1, 1, 2, 2, 3);
    assertThat(genotypes(population)).containsExactly(1, 3, 2, 4, 5, 6);
    assertThat(population.front()).extracting(RankedIndividual::genotype).containsExactly(1, 3, 2);
  }

  @Test
  void measuresRoomBetweenNeighbours() {
    Population<Integer> population =
        two.rank(
            List.of(feasible(1, 0, 10), feasible(2, 1, 6), feasible(3, 4, 5), feasible(4, 8, 0)));
    // 2: 4/8 + 5/10, 3: 7/8 + 6/10
    assertThat(genotypes(population)).containsExactly(1, 4, 3, 2);
    assertThat(distances(population))
        .containsExactly(POSITIVE_INFINITY, POSITIVE_INFINITY, 7.0 / 8 + 6.0 / 10, 1.0);
  }

  @Test
  void ranksMaximizedObjectivesTheOtherWayRound() {
    Ranking<Integer> ranking =
        new Ranking<>(
            Objectives.of(Objective.minimize("size"), Objective.maximize("accuracy")),
            Comparator.naturalOrder());
    Population<Integer> population =
        ranking.rank(List.of(feasible(1, 5, 0.4), feasible(2, 4, 0.5), feasible(3, 6, 0.6)));
    assertThat(genotypes(population)).containsExactly(2, 3, 1);
    assertThat(ranks(population)).containsExactly(1, 1, 2);
  }

  @Test
  void putsInfeasibleBehindFeasibleByViolation() {
    Population<Integer> population =
        two.rank(
            List.of(
                infeasible(1, 0.5, 0, 0),
                infeasible(2, 0.1, 9, 9),
                infeasible(3, 0.5, 7, 7),
                feasible(4, 8, 8)));
    assertThat(genotypes(population)).containsExactly(4, 2, 1, 3);
    assertThat(ranks(population)).containsExactly(1, 2, 3, 3);
  }

  @Test
  void ranksNobody() {
    assertThat(two.rank(List.of()).members()).isEmpty();
    assertThat(two.rank(List.of()).front()).isEmpty();
    assertThat(two.select(List.of(), 5).members()).isEmpty();
    assertThat(two.front(List.of()).members()).isEmpty();
  }

  @Test
  void givesOneOrTwoAllRoom() {
    assertThat(distances(two.rank(List.of(feasible(1, 1, 1))))).containsExactly(POSITIVE_INFINITY);
    assertThat(distances(two.rank(List.of(feasible(1, 1, 2), feasible(2, 2, 1)))))
        .containsExactly(POSITIVE_INFINITY, POSITIVE_INFINITY);
  }

  @Test
  void givesRoomToFirstOfEqualCostsAlone() {
    Population<Integer> population =
        two.rank(List.of(feasible(3, 1, 1), feasible(1, 1, 1), feasible(2, 1, 1)));
    assertThat(ranks(population)).containsExactly(1, 1, 1);
    assertThat(genotypes(population)).containsExactly(1, 2, 3);
    assertThat(distances(population)).containsExactly(POSITIVE_INFINITY, 0.0, 0.0);
  }

  @Test
  void countsDuplicatesOnceAsNeighbours() {
    Population<Integer> population =
        two.rank(
            List.of(feasible(1, 0, 4), feasible(2, 1, 1), feasible(3, 1, 1), feasible(4, 4, 0)));
    assertThat(genotypes(population)).containsExactly(1, 4, 2, 3);
    assertThat(distances(population))
        .containsExactly(POSITIVE_INFINITY, POSITIVE_INFINITY, 2.0, 0.0);
  }

  @Test
  void ignoresObjectiveInWhichAllAreEqual() {
    Population<Integer> population =
        three.rank(
            List.of(
                feasible(1, 0, 7, 4),
                feasible(2, 1, 7, 3),
                feasible(3, 3, 7, 2),
                feasible(4, 4, 7, 0)));
    assertThat(genotypes(population)).containsExactly(1, 4, 3, 2);
    assertThat(distances(population).subList(2, 4)).containsExactly(1.5, 1.25);
  }

  @Test
  void takesInfiniteCostsAsWorstFiniteOnes() {
    Population<Integer> population =
        two.rank(
            List.of(
                feasible(1, Double.NEGATIVE_INFINITY, POSITIVE_INFINITY),
                feasible(2, 0, 8),
                feasible(3, 1, 4),
                feasible(4, 4, 0)));
    // 2: (1 - 0) / 4 + (8 - 4) / 8, 3: (4 - 0) / 4 + (8 - 0) / 8
    assertThat(genotypes(population)).containsExactly(1, 4, 3, 2);
    assertThat(distances(population))
        .containsExactly(POSITIVE_INFINITY, POSITIVE_INFINITY, 2.0, 0.75);
  }

  @Test
  void measuresNoRoomWhereNothingIsFinite() {
    Population<Integer> population =
        three.rank(
            List.of(
                feasible(1, Double.NEGATIVE_INFINITY, 0, 9),
                feasible(2, POSITIVE_INFINITY, 1, 2),
                feasible(3, POSITIVE_INFINITY, 2, 1),
                feasible(4, POSITIVE_INFINITY, 4, 0)));
    assertThat(distances(population)).doesNotContain(Double.NaN);
    assertThat(population.member(3).genotype()).isEqualTo(3);
    assertThat(population.member(3).crowdingDistance()).isEqualTo(3.0 / 4 + 2.0 / 9);
  }

  @Test
  void keepsDistancesFiniteAcrossTheWholeRangeOfDouble() {
    Population<Integer> population =
        two.rank(
            List.of(
                feasible(1, -Double.MAX_VALUE, Double.MAX_VALUE),
                feasible(2, 0, 0),
                feasible(3, Double.MAX_VALUE, -Double.MAX_VALUE)));
    assertThat(distances(population)).containsExactly(POSITIVE_INFINITY, POSITIVE_INFINITY, 2.0);
  }

  @Test
  void ordersByGenotypeWhereRankAndRoomAreEqual() {
    Ranking<Integer> descending = new Ranking<>(minimizing(2), Comparator.reverseOrder());
    List<Individual<Integer>> individuals = List.of(feasible(1, 1, 2), feasible(2, 2, 1));
    assertThat(genotypes(two.rank(individuals))).containsExactly(1, 2);
    assertThat(genotypes(descending.rank(individuals))).containsExactly(2, 1);
  }

  @Test
  void dependsOnMembersNotOnTheirOrder() {
    SplittableRandom random = new SplittableRandom(3);
    for (int round = 0; round < 200; round++) {
      List<Individual<Integer>> individuals = onGrid(30, 3, 4, random);
      List<Individual<Integer>> shuffled = shuffled(individuals, random);
      assertThat(three.rank(shuffled)).isEqualTo(three.rank(individuals));
      assertThat(three.select(shuffled, 13)).isEqualTo(three.select(individuals, 13));
      assertThat(three.front(shuffled)).isEqualTo(three.front(individuals));
    }
  }

  @Test
  void selectsWholeFrontsThenTheLeastCrowded() {
    Population<Integer> survivors =
        two.select(
            List.of(
                feasible(1, 0, 2),
                feasible(2, 2, 0), // first
                feasible(3, 0, 10),
                feasible(4, 3, 6),
                feasible(5, 5, 5),
                feasible(6, 6, 4.5),
                feasible(7, 10, 0)), // second
            5);
    // in the second front 4: 5/10 + 5/10, 5: 3/10 + 1.5/10, 6: 5/10 + 5/10
    assertThat(genotypes(survivors)).containsExactly(1, 2, 3, 7, 4);
    assertThat(ranks(survivors)).containsExactly(1, 1, 2, 2, 2);
  }

  @Test
  void ranksSurvivorsAnew() {
    Population<Integer> survivors = two.select(onGrid(40, 2, 50, new SplittableRandom(5)), 10);
    assertThat(two.rank(survivors.individuals())).isEqualTo(survivors);
  }

  @Test
  void keepsAllWhereFewerThanAskedFor() {
    assertThat(two.select(List.of(feasible(1, 1, 1)), 4).size()).isEqualTo(1);
    assertThatIllegalArgumentException().isThrownBy(() -> two.select(List.of(), 0));
  }

  @Test
  void takesFeasibleFrontWithEachGenotypeOnce() {
    Population<Integer> front =
        two.front(
            List.of(
                feasible(3, 3, 1),
                feasible(2, 1, 3),
                feasible(3, 3, 1),
                feasible(4, 3, 3),
                infeasible(1, 0.1, 0, 0)));
    assertThat(genotypes(front)).containsExactly(2, 3);
  }

  @Test
  void hasNoFrontWhereNobodyIsFeasible() {
    assertThat(two.front(List.of(infeasible(1, 0.1, 0, 0))).members()).isEmpty();
    assertThat(two.rank(List.of(infeasible(1, 0.1, 0, 0))).front()).hasSize(1);
  }

  @Test
  void refusesFrontOfOneGenotypeWithTwoMeasurements() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> two.front(List.of(feasible(1, 1, 2), feasible(1, 2, 1))))
        .withMessageContaining("two measurements");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> two.front(List.of(feasible(1, 1, 2), infeasible(1, 0.5, 1, 2))));
  }

  @Test
  void refusesPopulationOutOfOrder() {
    RankedIndividual<Integer> better = new RankedIndividual<>(feasible(1, 1), 1, 1);
    RankedIndividual<Integer> worse = new RankedIndividual<>(feasible(2, 1), 1, 0.5);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Population<>(List.of(worse, better)))
        .withMessageContaining("member 1");
  }

  @Test
  void sortsChainsAndAntichainsOfManyMembers() {
    int size = 8_000;
    Population<Integer> chain =
        three.rank(IntStream.range(0, size).mapToObj(i -> feasible(i, i, i, i)).toList());
    assertThat(chain.member(size - 1).rank()).isEqualTo(size);
    Population<Integer> antichain =
        three.rank(IntStream.range(0, size).mapToObj(i -> feasible(i, i, -i, 0)).toList());
    assertThat(antichain.front()).hasSize(size);
  }

  private static List<Integer> ranks(Population<Integer> population) {
    return population.members().stream().map(RankedIndividual::rank).toList();
  }

  private static List<Integer> genotypes(Population<Integer> population) {
    return population.members().stream().map(RankedIndividual::genotype).toList();
  }

  private static List<Double> distances(Population<Integer> population) {
    return population.members().stream().map(RankedIndividual::crowdingDistance).toList();
  }
}
