package io.tamnas.search.generation;

import io.tamnas.nsga2.Individual;
import io.tamnas.nsga2.Limit;
import io.tamnas.nsga2.Objective;
import io.tamnas.nsga2.Objectives;
import io.tamnas.nsga2.Population;
import io.tamnas.nsga2.RankedIndividual;
import io.tamnas.nsga2.Ranking;
import io.tamnas.nsga2.indicator.Hypervolume;
import io.tamnas.nsga2.indicator.KneePoint;
import io.tamnas.nsga2.variation.Breeding;
import io.tamnas.nsga2.variation.Crossover;
import io.tamnas.nsga2.variation.GeneSizes;
import io.tamnas.nsga2.variation.GeneVariation;
import io.tamnas.nsga2.variation.GenerationRandom;
import io.tamnas.search.specification.ObjectiveName;
import io.tamnas.search.specification.SearchJobSpecification;
import io.tamnas.search.specification.SearchSettings;
import io.tamnas.space.Genotype;
import io.tamnas.space.NetworkCost;
import io.tamnas.space.SearchSpace;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Queue;
import java.util.TreeMap;

/**
 * NSGA-II for one job: who is born, who lives on, and who is on the front, as functions of the
 * specification and of what was measured. Individuals that break a constraint are measured like any
 * other and ranked behind every one that keeps them; they are never on the job's front.
 */
public final class Evolution {

  private final long seed;
  private final SearchSpace space;
  private final SearchSettings settings;
  private final Ranking<Genotype> ranking;
  private final Breeding<Genotype> breeding;

  public Evolution(SearchJobSpecification specification) {
    seed = specification.seed();
    space = specification.space();
    settings = specification.search();
    Comparator<Genotype> order = Comparator.naturalOrder();
    ranking = new Ranking<>(objectives(settings.objectives()), order);
    GeneVariation variation =
        new GeneVariation(
            new GeneSizes(space.geneSizes()),
            crossover(settings),
            settings.crossover().probability(),
            settings.mutationProbability());
    breeding = new Breeding<>(variation.on(Genotype::genes, Genotype::new), order);
  }

  /** Generation 0. */
  public List<Offspring> founders() {
    return breeding
        .founders(settings.population(), space::draw, GenerationRandom.of(seed, 0))
        .stream()
        .map(genotype -> new Offspring(genotype, List.of()))
        .toList();
  }

  /** Who is born in a generation after the first, of the survivors of the one before. */
  public List<Offspring> children(Collection<Born> parents, int generation) {
    Population<Genotype> population = ranking.rank(individuals(parents));
    return breeding
        .children(population, settings.population(), GenerationRandom.of(seed, generation))
        .stream()
        .map(
            child ->
                new Offspring(child.genotype(), List.of(child.firstParent(), child.secondParent())))
        .toList();
  }

  /** Who of parents and children lives on, best first. */
  public List<Ranked> survivors(Collection<Born> parentsAndChildren) {
    return ranked(
        parentsAndChildren,
        ranking.select(individuals(parentsAndChildren), settings.population()).members());
  }

  /** The feasible ones that no feasible one dominates, each genotype once. */
  public List<Ranked> front(Collection<Born> measured) {
    return ranked(measured, ranking.front(individuals(measured)).members());
  }

  /** The member of the front where giving up a little of one objective stops buying much. */
  public Optional<Genotype> knee(Collection<Born> measured) {
    return new KneePoint<>(ranking).of(individuals(measured)).map(Individual::genotype);
  }

  /** The volume that these dominate, up to the reference point, which is {@link ReferencePoint}. */
  public double hypervolume(Collection<Born> measured, Map<String, Double> referencePoint) {
    return new Hypervolume(ranking.objectives(), List.copyOf(referencePoint.values()))
        .of(individuals(measured));
  }

  private List<Individual<Genotype>> individuals(Collection<Born> born) {
    return born.stream().map(this::individual).toList();
  }

  private Individual<Genotype> individual(Born born) {
    List<Double> values =
        settings.objectives().stream().map(objective -> value(objective, born)).toList();
    return new Individual<>(born.genotype(), values, violation(born));
  }

  private static double value(ObjectiveName objective, Born born) {
    return switch (objective) {
      case ADVERSARIAL_ACCURACY -> born.required().adversarialAccuracy();
      case CLEAN_ACCURACY -> born.required().cleanAccuracy();
      case PARAMETERS -> (double) born.cost().parameters();
      case MULTIPLY_ADDS -> (double) born.cost().multiplyAdds();
      case LATENCY -> born.requiredLatency().medianMillis();
    };
  }

  /** Whether a subnet of that cost keeps all constraints but those on what must be measured. */
  public boolean isFeasible(NetworkCost cost) {
    return violation(cost) == 0;
  }

  /** Whether a measured subnet keeps all constraints: only then can it be on the front. */
  public boolean isFeasible(Born born) {
    return violation(born) == 0;
  }

  private double violation(Born born) {
    OptionalDouble slowest = settings.constraints().maxLatencyMillis();
    double latency =
        slowest.isPresent()
            ? new Limit("latency", slowest.getAsDouble())
                .violation(born.requiredLatency().medianMillis())
            : 0;
    return violation(born.cost()) + latency;
  }

  private double violation(NetworkCost cost) {
    return violation("parameters", settings.constraints().maxParameters(), cost.parameters())
        + violation("multiplyAdds", settings.constraints().maxMultiplyAdds(), cost.multiplyAdds());
  }

  private static double violation(String name, OptionalLong maximum, long value) {
    return maximum.isPresent() ? new Limit(name, maximum.getAsLong()).violation((double) value) : 0;
  }

  /** Each ranked genotype with the individual that carried it first. */
  private static List<Ranked> ranked(
      Collection<Born> born, List<RankedIndividual<Genotype>> members) {
    Map<Genotype, Queue<Born>> carriers = new TreeMap<>();
    born.stream()
        .sorted(Comparator.comparingInt(Born::generation).thenComparingInt(Born::position))
        .forEach(one -> carriers.computeIfAbsent(one.genotype(), g -> new ArrayDeque<>()).add(one));
    return members.stream()
        .map(
            member ->
                new Ranked(
                    Objects.requireNonNull(carriers.get(member.genotype())).remove(),
                    member.rank(),
                    member.crowdingDistance()))
        .toList();
  }

  private static Objectives objectives(List<ObjectiveName> names) {
    return new Objectives(
        names.stream()
            .map(
                name ->
                    switch (name.direction()) {
                      case MAXIMIZE -> Objective.maximize(name.text());
                      case MINIMIZE -> Objective.minimize(name.text());
                    })
            .toList());
  }

  private static Crossover crossover(SearchSettings settings) {
    return switch (settings.crossover().kind()) {
      case UNIFORM -> Crossover.UNIFORM;
      case TWO_POINT -> Crossover.TWO_POINT;
    };
  }
}
