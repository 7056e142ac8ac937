package io.tamnas.nsga2.variation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class GeneVariationTest {

  private static final List<Integer> ZEROS = List.of(0, 0, 0, 0);
  private static final List<Integer> ONES = List.of(1, 1, 1, 1);

  private final RandomGenerator random = GenerationRandom.of(5, 1);

  @Test
  void mixesGenesUniformlyInEveryWay() {
    assertThat(crossings(Crossover.UNIFORM)).hasSize(16);
  }

  @Test
  void takesOneStretchFromTheSecondParent() {
    assertThat(crossings(Crossover.TWO_POINT))
        .containsExactly(
            List.of(0, 0, 1, 0),
            List.of(0, 1, 0, 0),
            List.of(0, 1, 1, 0),
            List.of(1, 0, 0, 0),
            List.of(1, 1, 0, 0),
            List.of(1, 1, 1, 0));
  }

  @Test
  void crossesSingleGenes() {
    assertThat(Crossover.TWO_POINT.cross(List.of(0), List.of(1), random)).containsExactly(0);
    assertThat(Crossover.UNIFORM.cross(List.of(1), List.of(1), random)).containsExactly(1);
  }

  @Test
  void resetsEachGeneToEachOtherValue() {
    GeneVariation variation = variation(List.of(2, 3, 4), 0, 1);
    TreeSet<List<Integer>> children = new TreeSet<>(new GeneOrder());
    for (int i = 0; i < 300; i++) {
      children.add(variation.vary(List.of(1, 1, 1), List.of(0, 0, 0), random));
    }
    assertThat(children)
        .containsExactly(
            List.of(0, 0, 0),
            List.of(0, 0, 2),
            List.of(0, 0, 3),
            List.of(0, 2, 0),
            List.of(0, 2, 2),
            List.of(0, 2, 3));
  }

  @Test
  void keepsGeneWithOneValue() {
    assertThat(variation(List.of(1, 1), 1, 1).vary(List.of(0, 0), List.of(0, 0), random))
        .containsExactly(0, 0);
  }

  @Test
  void copiesFirstParentWithoutCrossoverAndMutation() {
    assertThat(variation(List.of(2, 2, 2, 2), 0, 0).vary(ZEROS, ONES, random)).isEqualTo(ZEROS);
  }

  @Test
  void mutatesAboutAsOftenAsAskedFor() {
    List<Integer> sizes = Collections.nCopies(10_000, 5);
    List<Integer> zeros = Collections.nCopies(10_000, 0);
    assertThat(variation(sizes, 0, 0.1).vary(zeros, zeros, random).stream().filter(g -> g > 0))
        .hasSizeBetween(900, 1_100);
  }

  @Test
  void crossesAboutAsOftenAsAskedFor() {
    GeneVariation variation = variation(Collections.nCopies(30, 2), 0.9, 0);
    List<Integer> zeros = Collections.nCopies(30, 0);
    List<Integer> ones = Collections.nCopies(30, 1);
    assertThat(
            IntStream.range(0, 1_000)
                .filter(i -> !variation.vary(zeros, ones, random).equals(zeros))
                .count())
        .isBetween(860L, 940L);
  }

  @Test
  void refusesParentsThatDoNotFit() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> variation(List.of(2, 2), 1, 0).vary(List.of(0, 2), List.of(0, 0), random))
        .withMessageContaining("gene 1");
  }

  @Test
  void refusesWhatIsNoProbability() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> variation(List.of(2), 1.1, 0))
        .withMessageContaining("crossover");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> variation(List.of(2), 0, Double.NaN))
        .withMessageContaining("mutation");
  }

  @Test
  void variesGenotypesThatAreMadeOfGenes() {
    Variation<String> variation =
        variation(List.of(2, 2), 0, 1)
            .on(text -> text.chars().map(c -> c - '0').boxed().toList(), genes -> "" + genes);
    assertThat(variation.vary("01", "11", random)).isEqualTo("[1, 0]");
  }

  private SortedSet<List<Integer>> crossings(Crossover crossover) {
    TreeSet<List<Integer>> children = new TreeSet<>(new GeneOrder());
    for (int i = 0; i < 500; i++) {
      children.add(crossover.cross(ZEROS, ONES, random));
    }
    return children;
  }

  private static GeneVariation variation(List<Integer> sizes, double crossover, double mutation) {
    return new GeneVariation(new GeneSizes(sizes), Crossover.UNIFORM, crossover, mutation);
  }
}
