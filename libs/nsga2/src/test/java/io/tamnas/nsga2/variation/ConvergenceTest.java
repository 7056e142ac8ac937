package io.tamnas.nsga2.variation;

import static org.assertj.core.api.Assertions.assertThat;

import io.tamnas.nsga2.Individual;
import io.tamnas.nsga2.Population;
import io.tamnas.nsga2.RankedIndividual;
import io.tamnas.nsga2.Ranking;
import io.tamnas.nsga2.Samples;
import io.tamnas.nsga2.indicator.Hypervolume;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Whole searches on problems whose fronts are known, with genes that are steps of [0, 1]. */
class ConvergenceTest {

  private static final int STEPS = 20;

  @Test
  void convergesOnZdt1() {
    Search search = new Search(10, 2, ConvergenceTest::zdt1);
    List<RankedIndividual<List<Integer>>> front = search.run(60, 60, 1).front();
    assertThat(front)
        .allSatisfy(
            member -> {
              double f1 = member.individual().values().get(0);
              double f2 = member.individual().values().get(1);
              assertThat(f2 - (1 - Math.sqrt(f1))).isLessThan(0.05);
            });
    assertThat(front.stream().map(member -> member.genotype().getFirst()).distinct())
        .hasSizeGreaterThan(15);
  }

  @Test
  void convergesOnDtlz2() {
    Search search = new Search(8, 3, ConvergenceTest::dtlz2);
    List<RankedIndividual<List<Integer>>> front = search.run(90, 60, 1).front();
    assertThat(front.stream().mapToDouble(ConvergenceTest::radius).average().orElseThrow())
        .isBetween(1.0, 1.02);
    Hypervolume hypervolume = new Hypervolume(Samples.minimizing(3), List.of(1.1, 1.1, 1.1));
    assertThat(hypervolume.of(front.stream().map(RankedIndividual::individual).toList()))
        .isGreaterThan(0.7);
  }

  @Test
  void endsAlikeForTheSameSeed() {
    Search search = new Search(6, 2, ConvergenceTest::zdt1);
    assertThat(search.run(20, 10, 7)).isEqualTo(search.run(20, 10, 7));
    assertThat(search.run(20, 10, 7)).isNotEqualTo(search.run(20, 10, 8));
  }

  /** Zitzler, Deb and Thiele 2000, equation 7; the front is f2 = 1 - √f1. */
  private static List<Double> zdt1(double[] x) {
    double rest = IntStream.range(1, x.length).mapToDouble(i -> x[i]).sum();
    double g = 1 + 9 * rest / (x.length - 1);
    return List.of(x[0], g * (1 - Math.sqrt(x[0] / g)));
  }

  /** Deb et al. 2002 (Scalable multi-objective test problems); the front is the sphere. */
  private static List<Double> dtlz2(double[] x) {
    double g = IntStream.range(2, x.length).mapToDouble(i -> (x[i] - 0.5) * (x[i] - 0.5)).sum();
    double a = x[0] * Math.PI / 2;
    double b = x[1] * Math.PI / 2;
    return List.of(
        (1 + g) * StrictMath.cos(a) * StrictMath.cos(b),
        (1 + g) * StrictMath.cos(a) * StrictMath.sin(b),
        (1 + g) * StrictMath.sin(a));
  }

  private static double radius(RankedIndividual<?> member) {
    return Math.sqrt(member.individual().values().stream().mapToDouble(v -> v * v).sum());
  }

  private static final class Search {

    private final GeneSizes sizes;
    private final Breeding<List<Integer>> breeding;
    private final Ranking<List<Integer>> ranking;
    private final Function<double[], List<Double>> problem;

    Search(int genes, int objectives, Function<double[], List<Double>> problem) {
      sizes = new GeneSizes(Collections.nCopies(genes, STEPS + 1));
      breeding =
          new Breeding<>(
              new GeneVariation(sizes, Crossover.UNIFORM, 0.9, 1.0 / genes), new GeneOrder());
      ranking = new Ranking<>(Samples.minimizing(objectives), new GeneOrder());
      this.problem = problem;
    }

    Population<List<Integer>> run(int size, int generations, long seed) {
      Population<List<Integer>> population =
          ranking.rank(
              breeding.founders(size, sizes::draw, GenerationRandom.of(seed, 0)).stream()
                  .map(this::evaluated)
                  .toList());
      for (int generation = 1; generation <= generations; generation++) {
        List<Individual<List<Integer>>> all = new ArrayList<>(population.individuals());
        breeding
            .children(population, size, GenerationRandom.of(seed, generation))
            .forEach(child -> all.add(evaluated(child.genotype())));
        population = ranking.select(all, size);
      }
      return population;
    }

    private Individual<List<Integer>> evaluated(List<Integer> genes) {
      return Individual.feasible(
          genes, problem.apply(genes.stream().mapToDouble(g -> (double) g / STEPS).toArray()));
    }
  }
}
