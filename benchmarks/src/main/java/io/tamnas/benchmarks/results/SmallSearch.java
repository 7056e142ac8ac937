package io.tamnas.benchmarks.results;

import io.tamnas.nets.measuring.Measurement;
import io.tamnas.nsga2.Individual;
import io.tamnas.nsga2.Objective;
import io.tamnas.nsga2.Objectives;
import io.tamnas.nsga2.Population;
import io.tamnas.nsga2.Ranking;
import io.tamnas.nsga2.variation.Breeding;
import io.tamnas.nsga2.variation.Child;
import io.tamnas.nsga2.variation.Crossover;
import io.tamnas.nsga2.variation.GeneSizes;
import io.tamnas.nsga2.variation.GeneVariation;
import io.tamnas.nsga2.variation.GenerationRandom;
import io.tamnas.space.Genotype;
import io.tamnas.space.NetworkCost;
import io.tamnas.space.SearchSpace;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** NSGA-II with a small population on one supernet. */
final class SmallSearch {
  private final SearchSpace space;
  private final Measurer measurer;
  private final int population;
  private final int generations;
  private final Ranking<Genotype> ranking =
      new Ranking<>(
          Objectives.of(
              Objective.maximize("adversarialAccuracy"),
              Objective.maximize("cleanAccuracy"),
              Objective.minimize("parameters")),
          Comparator.naturalOrder());

  SmallSearch(SearchSpace space, Measurer measurer, int population, int generations) {
    this.space = space;
    this.measurer = measurer;
    this.population = population;
    this.generations = generations;
  }

  /** The most robust subnet that was found; of equals the one with more clean accuracy. */
  Genotype best(long seed) {
    Breeding<Genotype> breeding = breeding();
    List<Individual<Genotype>> known =
        new ArrayList<>(
            measured(breeding.founders(population, space::draw, GenerationRandom.of(seed, 0))));
    Population<Genotype> parents = ranking.select(known, population);
    for (int generation = 1; generation <= generations; generation++) {
      List<Individual<Genotype>> both = new ArrayList<>(parents.individuals());
      List<Individual<Genotype>> children =
          measured(
              breeding.children(parents, population, GenerationRandom.of(seed, generation)).stream()
                  .map(Child::genotype)
                  .toList());
      both.addAll(children);
      known.addAll(children);
      parents = ranking.select(both, population);
    }
    return known.stream()
        .max(
            Comparator.<Individual<Genotype>>comparingDouble(one -> one.values().get(0))
                .thenComparingDouble(one -> one.values().get(1))
                .thenComparing(Individual::genotype))
        .orElseThrow()
        .genotype();
  }

  private List<Individual<Genotype>> measured(List<Genotype> genotypes) {
    return genotypes.stream().map(this::measured).toList();
  }

  private Individual<Genotype> measured(Genotype genotype) {
    Measurement found = measurer.measure(genotype);
    return Individual.feasible(
        genotype,
        List.of(
            (double) found.adversarialCorrect() / found.images(),
            (double) found.cleanCorrect() / found.images(),
            (double) NetworkCost.of(space, genotype).parameters()));
  }

  private Breeding<Genotype> breeding() {
    double mutation = 1.0 / space.geneSizes().size();
    GeneVariation variation =
        new GeneVariation(new GeneSizes(space.geneSizes()), Crossover.UNIFORM, 0.9, mutation);
    return new Breeding<>(variation.on(Genotype::genes, Genotype::new), Comparator.naturalOrder());
  }
}
