package io.tamnas.nsga2.indicator;

import static io.tamnas.nsga2.Samples.feasible;
import static io.tamnas.nsga2.Samples.infeasible;
import static io.tamnas.nsga2.Samples.minimizing;
import static io.tamnas.nsga2.Samples.onGrid;
import static io.tamnas.nsga2.Samples.shuffled;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.tamnas.nsga2.Individual;
import io.tamnas.nsga2.Objective;
import io.tamnas.nsga2.Objectives;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.moeaframework.core.Solution;
import org.moeaframework.core.indicator.PISAHypervolume;

class HypervolumeTest {

  @Test
  void addsUpStaircase() {
    // boxes 3×1, 2×2 and 1×4 up to (4, 5), united
    assertThat(upTo(4, 5).of(List.of(feasible(1, 1, 4), feasible(2, 2, 3), feasible(3, 3, 1))))
        .isEqualTo(3 + 2 + 2);
  }

  @Test
  void addsUpOverlappingBoxes() {
    // 1×2×3 + 2×2×2 - 1×2×2 + 3×1×1 - 2×1×1; what 1 and 3 share, 2 has as well
    assertThat(
            upTo(3, 3, 3)
                .of(List.of(feasible(1, 2, 1, 0), feasible(2, 1, 1, 1), feasible(3, 0, 2, 2))))
        .isEqualTo(6 + 8 - 4 + 3 - 2);
  }

  @Test
  void measuresOnePointInAnyNumberOfObjectives() {
    assertThat(upTo(5).of(List.of(feasible(1, 2)))).isEqualTo(3);
    assertThat(upTo(5, 5).of(List.of(feasible(1, 2, 1)))).isEqualTo(3 * 4);
    assertThat(upTo(5, 5, 5).of(List.of(feasible(1, 2, 1, 3)))).isEqualTo(3 * 4 * 2);
    assertThat(upTo(5, 5, 5, 5).of(List.of(feasible(1, 2, 1, 3, 0)))).isEqualTo(3 * 4 * 2 * 5);
    assertThat(upTo(5, 5, 5, 5, 5).of(List.of(feasible(1, 2, 1, 3, 0, 4))))
        .isEqualTo(3 * 4 * 2 * 5 * 1);
  }

  @Test
  void readsEachObjectiveInItsDirection() {
    Hypervolume hypervolume =
        new Hypervolume(
            Objectives.of(
                Objective.maximize("adversarialAccuracy"),
                Objective.maximize("cleanAccuracy"),
                Objective.minimize("parameters")),
            List.of(0.0, 0.0, 1_000.0));
    assertThat(hypervolume.of(List.of(feasible(1, 0.25, 0.5, 200)))).isEqualTo(0.25 * 0.5 * 800);
  }

  @Test
  void isNothingOfNobody() {
    assertThat(upTo(1, 1).of(List.of())).isZero();
    assertThat(upTo(1, 1, 1).of(List.of())).isZero();
    assertThat(upTo(1, 1, 1, 1).of(List.of())).isZero();
  }

  @Test
  void leavesOutWhatDoesNotBeatTheReference() {
    List<Individual<Integer>> outside =
        List.of(
            feasible(1, 4, 0),
            feasible(2, 0, 9),
            feasible(3, 9, 9),
            feasible(4, Double.POSITIVE_INFINITY, 0),
            infeasible(5, 0.1, 0, 0));
    assertThat(upTo(4, 4).of(outside)).isZero();
    assertThat(upTo(4, 4).of(concat(outside, feasible(6, 3, 3)))).isEqualTo(1);
  }

  @Test
  void countsDuplicatesAndDominatedOnce() {
    assertThat(
            upTo(4, 4, 4)
                .of(
                    List.of(
                        feasible(1, 1, 2, 3),
                        feasible(2, 1, 2, 3),
                        feasible(3, 2, 3, 3),
                        feasible(4, 1, 3, 3))))
        .isEqualTo(3 * 2 * 1);
  }

  @Test
  void isInfiniteOfTheInfinitelyGood() {
    double best = Double.NEGATIVE_INFINITY;
    assertThat(upTo(1, 1, 1).of(List.of(feasible(1, best, 0, 0), feasible(2, best, 0, best))))
        .isInfinite();
  }

  @Test
  void refusesReferenceThatIsNotFiniteOrDoesNotFit() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> upTo(1, Double.POSITIVE_INFINITY))
        .withMessageContaining("finite");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Hypervolume(minimizing(2), List.of(1.0)));
  }

  @Test
  void agreesWithInclusionAndExclusion() {
    SplittableRandom random = new SplittableRandom(21);
    for (int round = 0; round < 600; round++) {
      int objectives = random.nextInt(1, 6);
      List<Individual<Integer>> points = onGrid(random.nextInt(1, 9), objectives, 6, random);
      assertThat(upToFive(objectives).of(points)).isEqualTo(byInclusion(points, objectives));
    }
  }

  @Test
  void agreesWithOracle() {
    SplittableRandom random = new SplittableRandom(22);
    for (int round = 0; round < 300; round++) {
      int objectives = random.nextInt(2, 5);
      List<Individual<Integer>> points = onGrid(random.nextInt(1, 40), objectives, 5_000, random);
      Hypervolume hypervolume =
          new Hypervolume(minimizing(objectives), Collections.nCopies(objectives, 5_000.0));
      double expected = byOracle(points, objectives);
      assertThat(hypervolume.of(points)).isCloseTo(expected, within(1e-12 * expected));
    }
  }

  @Test
  void dependsOnPointsNotOnTheirOrder() {
    SplittableRandom random = new SplittableRandom(23);
    for (int round = 0; round < 100; round++) {
      List<Individual<Integer>> tenths =
          onGrid(20, 4, 50, random).stream()
              .map(
                  i ->
                      Individual.feasible(
                          i.genotype(), i.values().stream().map(value -> value / 10).toList()))
              .toList();
      Hypervolume hypervolume = upTo(5, 5, 5, 5);
      assertThat(hypervolume.of(shuffled(tenths, random))).isEqualTo(hypervolume.of(tenths));
    }
  }

  private static double byInclusion(List<Individual<Integer>> points, int objectives) {
    double volume = 0;
    for (int subset = 1; subset < 1 << points.size(); subset++) {
      double overlap = 1;
      for (int objective = 0; objective < objectives; objective++) {
        double corner = 0;
        for (int i = 0; i < points.size(); i++) {
          corner =
              (subset >> i & 1) == 1
                  ? Math.max(corner, points.get(i).values().get(objective))
                  : corner;
        }
        overlap *= Math.max(0, 5 - corner);
      }
      volume += Integer.bitCount(subset) % 2 == 1 ? overlap : -overlap;
    }
    return volume;
  }

  /** The oracle maximizes, from the origin. */
  private static double byOracle(List<Individual<Integer>> points, int objectives) {
    List<Solution> solutions = new ArrayList<>();
    for (Individual<Integer> point : points) {
      Solution solution = new Solution(0, objectives);
      IntStream.range(0, objectives)
          .forEach(i -> solution.setObjectiveValue(i, 5_000 - point.values().get(i)));
      solutions.add(solution);
    }
    return PISAHypervolume.calculateHypervolume(solutions, solutions.size(), objectives);
  }

  private static Hypervolume upToFive(int objectives) {
    return new Hypervolume(minimizing(objectives), Collections.nCopies(objectives, 5.0));
  }

  private static Hypervolume upTo(double... reference) {
    return new Hypervolume(minimizing(reference.length), Arrays.stream(reference).boxed().toList());
  }

  private static List<Individual<Integer>> concat(
      List<Individual<Integer>> individuals, Individual<Integer> one) {
    List<Individual<Integer>> all = new ArrayList<>(individuals);
    all.add(one);
    return all;
  }
}
