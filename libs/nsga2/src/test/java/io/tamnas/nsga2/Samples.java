package io.tamnas.nsga2;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/** Small objectives and individuals for tests; genotypes are integers. */
public final class Samples {

  private Samples() {}

  public static Objectives minimizing(int count) {
    return new Objectives(
        IntStream.range(0, count).mapToObj(i -> Objective.minimize("f" + i)).toList());
  }

  public static Individual<Integer> feasible(int genotype, double... values) {
    return infeasible(genotype, 0, values);
  }

  public static Individual<Integer> infeasible(int genotype, double violation, double... values) {
    return new Individual<>(genotype, Arrays.stream(values).boxed().toList(), violation);
  }

  /**
   * Individuals with values from a grid of {@code levels} per objective; ties where it is coarse.
   */
  public static List<Individual<Integer>> onGrid(
      int size, int objectives, int levels, RandomGenerator random) {
    return IntStream.range(0, size)
        .mapToObj(i -> feasible(i, random.ints(objectives, 0, levels).asDoubleStream().toArray()))
        .toList();
  }

  public static <T> List<T> shuffled(List<T> items, RandomGenerator random) {
    List<T> shuffled = new ArrayList<>(items);
    for (int i = shuffled.size() - 1; i > 0; i--) {
      shuffled.set(i, shuffled.set(random.nextInt(i + 1), shuffled.get(i)));
    }
    return shuffled;
  }
}
