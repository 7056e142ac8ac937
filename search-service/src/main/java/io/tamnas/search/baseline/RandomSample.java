package io.tamnas.search.baseline;

import io.tamnas.nsga2.variation.GenerationRandom;
import io.tamnas.space.Genotype;
import io.tamnas.space.NetworkCost;
import io.tamnas.space.SearchSpace;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;

/**
 * Distinct genotypes of a space, each feasible one equally likely, as a function of a seed: a
 * longer sample begins with the shorter one.
 *
 * <p>A small space is listed, and drawn from without putting back. From any other, genotypes are
 * drawn until enough are feasible and new, or {@value #MISSES} draws were not: where feasible ones
 * are as rare as that, a sample has fewer than there are.
 */
public final class RandomSample {

  /** Up to how many genotypes a space is listed. */
  static final int LISTED = 20_000;

  /** How many draws may be in vain; it bounds the time, and never depends on a clock. */
  static final int MISSES = 500_000;

  /** In place of a generation's number, which is never as large; "random" in ASCII. */
  private static final long WORD = 0x7261_6e64_6f6dL;

  private final SearchSpace space;
  private final Predicate<NetworkCost> feasible;
  private final int misses;
  private final RandomGenerator random;

  private RandomSample(SearchSpace space, Predicate<NetworkCost> feasible, int misses, long seed) {
    this.space = space;
    this.feasible = feasible;
    this.misses = misses;
    this.random = GenerationRandom.of(seed, WORD);
  }

  /** At most so many, in the order of drawing; fewer where the space has no more. */
  public static Draw of(SearchSpace space, Predicate<NetworkCost> feasible, long seed, int wanted) {
    return of(space, feasible, seed, wanted, MISSES);
  }

  /** The same with another limit on draws in vain. */
  static Draw of(
      SearchSpace space, Predicate<NetworkCost> feasible, long seed, int wanted, int misses) {
    RandomSample sample = new RandomSample(space, feasible, misses, seed);
    return space.cardinality().compareTo(BigInteger.valueOf(LISTED)) <= 0
        ? sample.fromList(wanted)
        : sample.byDrawing(wanted);
  }

  private Draw fromList(int wanted) {
    List<Genotype> left = new ArrayList<>(feasibleOnes());
    List<Genotype> drawn = new ArrayList<>();
    while (drawn.size() < wanted && !left.isEmpty()) {
      int place = random.nextInt(left.size());
      drawn.add(left.get(place));
      left.set(place, left.getLast());
      left.removeLast();
    }
    return new Draw(drawn, wanted, drawn.size());
  }

  private List<Genotype> feasibleOnes() {
    List<List<Integer>> beginnings = List.of(List.of());
    for (int size : space.geneSizes()) {
      List<List<Integer>> longer = new ArrayList<>(beginnings.size() * size);
      for (List<Integer> beginning : beginnings) {
        for (int gene = 0; gene < size; gene++) {
          List<Integer> genes = new ArrayList<>(beginning);
          genes.add(gene);
          longer.add(genes);
        }
      }
      beginnings = longer;
    }
    return beginnings.stream().map(Genotype::new).filter(this::isFeasible).toList();
  }

  private Draw byDrawing(int wanted) {
    Set<Genotype> drawn = new LinkedHashSet<>();
    int missed = 0;
    while (drawn.size() < wanted && missed < misses) {
      Genotype genotype = space.draw(random);
      if (!isFeasible(genotype) || !drawn.add(genotype)) {
        missed++;
      }
    }
    return new Draw(List.copyOf(drawn), wanted, drawn.size() + missed);
  }

  private boolean isFeasible(Genotype genotype) {
    return feasible.test(NetworkCost.of(space, genotype));
  }
}
