package io.tamnas.nsga2.variation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.tamnas.nsga2.Individual;
import io.tamnas.nsga2.Population;
import io.tamnas.nsga2.RankedIndividual;
import io.tamnas.nsga2.Ranking;
import io.tamnas.nsga2.Samples;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class BreedingTest {

  private static final GeneSizes SIZES = new GeneSizes(List.of(4, 3, 5, 2, 6));

  private final Breeding<List<Integer>> breeding = breeding(SIZES, 0.9, 0.2);

  @Test
  void drawsDifferentFounders() {
    List<List<Integer>> founders = founders(breeding, SIZES, 200);
    assertThat(founders).hasSize(200).doesNotHaveDuplicates();
  }

  @Test
  void repeatsFoundersWhereSpaceIsSmaller() {
    GeneSizes two = new GeneSizes(List.of(2, 1));
    assertThat(founders(breeding(two, 1, 1), two, 5))
        .hasSize(5)
        .contains(List.of(0, 0), List.of(1, 0));
  }

  @Test
  void makesChildrenThatAreNeitherParentNorSibling() {
    Population<List<Integer>> parents = ranked(founders(breeding, SIZES, 40));
    List<List<Integer>> all = new ArrayList<>(genotypes(parents));
    for (Child<List<Integer>> child : breeding.children(parents, 60, GenerationRandom.of(1, 1))) {
      all.add(child.genotype());
    }
    assertThat(all).hasSize(100).doesNotHaveDuplicates();
  }

  @Test
  void namesParentsThatAreInThePopulation() {
    Population<List<Integer>> parents = ranked(founders(breeding, SIZES, 20));
    assertThat(breeding(SIZES, 0, 0.5).children(parents, 30, GenerationRandom.of(1, 1)))
        .allSatisfy(
            child -> {
              assertThat(genotypes(parents)).contains(child.firstParent(), child.secondParent());
              assertThat(child.genotype()).isNotEqualTo(child.firstParent());
            });
  }

  @Test
  void acceptsRepeatedChildAfterAHundredRedraws() {
    int[] draws = {0};
    Breeding<List<Integer>> counting =
        new Breeding<>(
            (first, second, random) -> {
              draws[0]++;
              return first;
            },
            new GeneOrder());
    List<Child<List<Integer>>> children =
        counting.children(ranked(List.of(List.of(0))), 2, GenerationRandom.of(1, 1));
    assertThat(children).extracting(Child::genotype).containsExactly(List.of(0), List.of(0));
    assertThat(draws[0]).isEqualTo(2 * 101);
  }

  @Test
  void givesSameChildrenForSameSeedGenerationAndParents() {
    List<List<Integer>> founders = founders(breeding, SIZES, 30);
    Population<List<Integer>> parents = ranked(founders);
    Population<List<Integer>> shuffled =
        ranked(Samples.shuffled(founders, GenerationRandom.of(99, 0)));
    List<Child<List<Integer>>> children = breeding.children(parents, 30, GenerationRandom.of(1, 4));
    assertThat(breeding.children(shuffled, 30, GenerationRandom.of(1, 4))).isEqualTo(children);
    assertThat(breeding.children(parents, 30, GenerationRandom.of(1, 5))).isNotEqualTo(children);
    assertThat(breeding.children(parents, 30, GenerationRandom.of(2, 4))).isNotEqualTo(children);
  }

  @Test
  void givesTheSameChildrenForGood() {
    Population<List<Integer>> parents =
        ranked(List.of(List.of(0, 1, 2, 0, 5), List.of(3, 2, 4, 1, 0), List.of(1, 0, 0, 1, 3)));
    assertThat(breeding.children(parents, 3, GenerationRandom.of(1, 1)))
        .extracting(child -> child.genotype().toString())
        .containsExactly("[0, 2, 1, 1, 0]", "[1, 2, 0, 0, 0]", "[3, 2, 4, 1, 1]");
  }

  @Test
  void prefersChildrenOfTheBetter() {
    Population<List<Integer>> parents = ranked(founders(breeding, SIZES, 60));
    long ofBetterHalf =
        breeding.children(parents, 60, GenerationRandom.of(1, 1)).stream()
            .filter(child -> genotypes(parents).indexOf(child.firstParent()) < 30)
            .count();
    assertThat(ofBetterHalf).isGreaterThan(35);
  }

  @Test
  void refusesToBreedFromNobody() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> breeding.children(new Population<>(List.of()), 1, GenerationRandom.of(1, 1)))
        .withMessageContaining("parents");
  }

  @Test
  void makesNoChildrenWhereNoneAreAskedFor() {
    Population<List<Integer>> parents = ranked(List.of(List.of(0, 0, 0, 0, 0)));
    assertThat(breeding.children(parents, 0, GenerationRandom.of(1, 1))).isEmpty();
  }

  private static List<List<Integer>> founders(
      Breeding<List<Integer>> breeding, GeneSizes sizes, int count) {
    RandomGenerator random = GenerationRandom.of(1, 0);
    return breeding.founders(count, sizes::draw, random);
  }

  /** With the sum of the genes and that of their distances from 2 as objectives. */
  private static Population<List<Integer>> ranked(List<List<Integer>> genotypes) {
    List<Individual<List<Integer>>> individuals =
        genotypes.stream()
            .map(
                genes ->
                    Individual.feasible(
                        genes,
                        List.of(
                            genes.stream().mapToDouble(g -> g).sum(),
                            genes.stream().mapToDouble(g -> Math.abs(g - 2)).sum())))
            .toList();
    return new Ranking<List<Integer>>(Samples.minimizing(2), new GeneOrder()).rank(individuals);
  }

  private static List<List<Integer>> genotypes(Population<List<Integer>> population) {
    return population.members().stream().map(RankedIndividual::genotype).toList();
  }

  private static Breeding<List<Integer>> breeding(
      GeneSizes sizes, double crossover, double mutation) {
    return new Breeding<>(
        new GeneVariation(sizes, Crossover.UNIFORM, crossover, mutation), new GeneOrder());
  }
}
