package io.tamnas.nsga2.variation;

import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * Crossover and reset mutation of integer genes.
 *
 * @param crossoverProbability the chance that the parents are crossed; otherwise the child begins
 *     as a copy of the first
 * @param mutationProbability the chance of each gene to get another value, drawn uniformly from all
 *     others; a gene with a single value keeps it
 */
public record GeneVariation(
    GeneSizes sizes, Crossover crossover, double crossoverProbability, double mutationProbability)
    implements Variation<List<Integer>> {

  public GeneVariation {
    requireProbability("crossover", crossoverProbability);
    requireProbability("mutation", mutationProbability);
  }

  @Override
  public List<Integer> vary(List<Integer> first, List<Integer> second, RandomGenerator random) {
    sizes.check(first);
    sizes.check(second);
    boolean crosses = random.nextDouble() < crossoverProbability;
    return mutate(crosses ? crossover.cross(first, second, random) : first, random);
  }

  private List<Integer> mutate(List<Integer> genes, RandomGenerator random) {
    return IntStream.range(0, genes.size())
        .mapToObj(
            i ->
                random.nextDouble() < mutationProbability
                    ? reset(genes.get(i), sizes.sizes().get(i), random)
                    : genes.get(i))
        .toList();
  }

  private static int reset(int value, int size, RandomGenerator random) {
    if (size == 1) {
      return value;
    }
    int other = random.nextInt(size - 1);
    return other < value ? other : other + 1;
  }

  private static void requireProbability(String what, double probability) {
    if (!(probability >= 0 && probability <= 1)) {
      throw new IllegalArgumentException(
          "the %s probability must be from 0 to 1, is %s".formatted(what, probability));
    }
  }
}
