package io.tamnas.nsga2.variation;

import static io.tamnas.nsga2.Samples.feasible;
import static org.assertj.core.api.Assertions.assertThat;

import io.tamnas.nsga2.Population;
import io.tamnas.nsga2.RankedIndividual;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class BinaryTournamentTest {

  private final RandomGenerator random = GenerationRandom.of(9, 1);

  @Test
  void isWonByBetterRankThenByMoreRoom() {
    assertThat(winners(List.of(ranked(1, 1, 0.1), ranked(2, 2, 9)))).containsExactly(100, 0);
    assertThat(winners(List.of(ranked(1, 1, 2), ranked(2, 1, 1)))).containsExactly(100, 0);
  }

  @Test
  void isWonByChanceBetweenEquals() {
    assertThat(winners(List.of(ranked(1, 1, 2), ranked(2, 1, 2)))[0]).isBetween(30, 70);
  }

  @Test
  void isNeverWonByTheWorstOfAll() {
    assertThat(winners(List.of(ranked(1, 1, 2), ranked(2, 2, 2), ranked(3, 3, 2)))[2]).isZero();
  }

  @Test
  void isWonByTheOnlyOne() {
    assertThat(winners(List.of(ranked(1, 1, 2)))).containsExactly(100);
  }

  private int[] winners(List<RankedIndividual<Integer>> members) {
    Population<Integer> population = new Population<>(members);
    int[] wins = new int[members.size()];
    for (int i = 0; i < 100; i++) {
      wins[BinaryTournament.winner(population, random).genotype() - 1]++;
    }
    return wins;
  }

  private static RankedIndividual<Integer> ranked(int genotype, int rank, double distance) {
    return new RankedIndividual<>(feasible(genotype, 0), rank, distance);
  }
}
