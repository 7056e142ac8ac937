package io.tamnas.nsga2.indicator;

import static io.tamnas.nsga2.Samples.feasible;
import static io.tamnas.nsga2.Samples.infeasible;
import static io.tamnas.nsga2.Samples.minimizing;
import static org.assertj.core.api.Assertions.assertThat;

import io.tamnas.nsga2.Individual;
import io.tamnas.nsga2.Objective;
import io.tamnas.nsga2.Objectives;
import io.tamnas.nsga2.Ranking;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;

class KneePointTest {

  private static final double INFINITE = Double.POSITIVE_INFINITY;

  private final KneePoint<Integer> two =
      new KneePoint<>(new Ranking<Integer>(minimizing(2), Comparator.naturalOrder()));

  @Test
  void findsMemberFurthestFromLineThroughExtremes() {
    assertKnee(
        2,
        List.of(
            feasible(1, 0, 100),
            feasible(2, 2, 30), // 0.2 + 0.3
            feasible(3, 5, 20), // 0.5 + 0.2
            feasible(4, 10, 0)));
  }

  @Test
  void readsEachObjectiveInItsDirection() {
    KneePoint<Integer> knee =
        new KneePoint<>(
            new Ranking<Integer>(
                Objectives.of(Objective.maximize("accuracy"), Objective.minimize("parameters")),
                Comparator.naturalOrder()));
    assertThat(
            knee.of(
                List.of(
                    feasible(1, 0.1, 1_000), feasible(2, 0.3, 2_000), feasible(3, 0.35, 9_000))))
        .map(Individual::genotype)
        .contains(2);
  }

  @Test
  void looksAtFeasibleFrontAlone() {
    assertKnee(
        2,
        List.of(
            infeasible(9, 0.1, 0, 0),
            feasible(1, 0, 4),
            feasible(2, 1, 1),
            feasible(3, 4, 0),
            feasible(4, 4, 40)));
  }

  @Test
  void takesOnlyMemberAsItsOwnKnee() {
    assertKnee(1, List.of(feasible(1, 3, 3)));
    assertKnee(1, List.of(feasible(2, 3, 3), feasible(1, 3, 3)));
  }

  @Test
  void findsNoKneeWhereThereIsNone() {
    assertNoKnee(List.of());
    assertNoKnee(List.of(infeasible(1, 0.1, 0, 0)));
    assertNoKnee(List.of(feasible(1, 0, 1), feasible(2, 1, 0)));
  }

  @Test
  void findsNoKneeOnStraightOrBulgingFront() {
    assertNoKnee(
        List.of(feasible(1, 0, 3), feasible(2, 1, 2), feasible(3, 2, 1), feasible(4, 3, 0)));
    assertNoKnee(List.of(feasible(1, 0, 0.7), feasible(2, 0.1, 0.6), feasible(3, 0.7, 0)));
    assertNoKnee(List.of(feasible(1, 0, 4), feasible(2, 3, 3), feasible(3, 4, 0)));
  }

  @Test
  void takesLowerGenotypeOfEquallyFar() {
    assertKnee(
        2, List.of(feasible(1, 0, 4), feasible(3, 1, 2), feasible(2, 2, 1), feasible(4, 4, 0)));
  }

  @Test
  void leavesOutObjectivesThatDoNotDiffer() {
    KneePoint<Integer> three =
        new KneePoint<>(new Ranking<Integer>(minimizing(3), Comparator.naturalOrder()));
    assertThat(three.of(List.of(feasible(1, 0, 7, 4), feasible(2, 1, 7, 1), feasible(3, 4, 7, 0))))
        .map(Individual::genotype)
        .contains(2);
  }

  @Test
  void weighsThreeObjectivesAlike() {
    KneePoint<Integer> three =
        new KneePoint<>(new Ranking<Integer>(minimizing(3), Comparator.naturalOrder()));
    assertThat(
            three.of(
                List.of(
                    feasible(1, 10, 0, 0),
                    feasible(2, 0, 10, 0),
                    feasible(3, 0, 0, 10),
                    feasible(4, 2, 2, 2),
                    feasible(5, 1, 1, 3))))
        .map(Individual::genotype)
        .contains(5);
  }

  @Test
  void leavesOutMembersWithInfiniteCost() {
    assertKnee(
        2,
        List.of(
            feasible(5, -INFINITE, INFINITE),
            feasible(1, 0, 4),
            feasible(2, 1, 1),
            feasible(3, 4, 0)));
    assertNoKnee(List.of(feasible(1, -INFINITE, INFINITE), feasible(2, INFINITE, -INFINITE)));
  }

  private void assertKnee(int genotype, List<Individual<Integer>> individuals) {
    assertThat(two.of(individuals)).map(Individual::genotype).contains(genotype);
  }

  private void assertNoKnee(List<Individual<Integer>> individuals) {
    assertThat(two.of(individuals)).isEmpty();
  }
}
