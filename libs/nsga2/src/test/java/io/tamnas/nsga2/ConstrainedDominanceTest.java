package io.tamnas.nsga2;

import static io.tamnas.nsga2.Samples.feasible;
import static io.tamnas.nsga2.Samples.infeasible;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ConstrainedDominanceTest {

  private final ConstrainedDominance dominance =
      new ConstrainedDominance(
          Objectives.of(Objective.minimize("size"), Objective.maximize("accuracy")));

  @Test
  void prefersBetterInOneAndNoWorseInTheOther() {
    assertOneSided(feasible(1, 5, 0.5), feasible(2, 6, 0.5));
    assertOneSided(feasible(1, 5, 0.6), feasible(2, 5, 0.5));
  }

  @Test
  void leavesTradeOffsAndEqualsUndecided() {
    assertUndecided(feasible(1, 5, 0.5), feasible(2, 6, 0.6));
    assertUndecided(feasible(1, 5, 0.5), feasible(2, 5, 0.5));
  }

  @Test
  void prefersFeasibleHoweverPoor() {
    assertOneSided(feasible(1, 100, 0), infeasible(2, 1e-9, 1, 1));
  }

  @Test
  void prefersSmallerViolationHoweverPoor() {
    assertOneSided(infeasible(1, 0.1, 100, 0), infeasible(2, 0.2, 1, 1));
  }

  @Test
  void leavesEqualViolationsUndecided() {
    assertUndecided(infeasible(1, 0.1, 1, 1), infeasible(2, 0.1, 100, 0));
  }

  @Test
  void ordersInfiniteValues() {
    assertOneSided(feasible(1, 5, Double.POSITIVE_INFINITY), feasible(2, 5, 1));
    assertOneSided(feasible(1, 5, 1), feasible(2, Double.POSITIVE_INFINITY, 1));
  }

  private void assertOneSided(Individual<?> better, Individual<?> worse) {
    assertThat(dominance.dominates(better, worse)).isTrue();
    assertThat(dominance.dominates(worse, better)).isFalse();
  }

  private void assertUndecided(Individual<?> first, Individual<?> second) {
    assertThat(dominance.dominates(first, second)).isFalse();
    assertThat(dominance.dominates(second, first)).isFalse();
  }
}
