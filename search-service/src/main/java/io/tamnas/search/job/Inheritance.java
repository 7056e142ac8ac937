package io.tamnas.search.job;

import io.tamnas.search.generation.Born;
import io.tamnas.search.generation.Generation;
import io.tamnas.search.generation.Generations;
import io.tamnas.search.generation.Genes;
import io.tamnas.search.generation.Individuals;
import io.tamnas.search.generation.Offspring;
import io.tamnas.search.generation.Ranked;
import io.tamnas.search.specification.InvalidSpecification;
import io.tamnas.search.specification.Origin;
import io.tamnas.search.specification.SearchJobSpecification;
import io.tamnas.search.specification.SearchSettings;
import io.tamnas.search.specification.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/**
 * What a fork takes over from its origin: the survivors of a ranked generation, which never change
 * any more; their measurements, where they were made under the fork's protocol; the kind of machine
 * on which latencies are measured, so that the known ones hold; and how the survivors were ranked,
 * where the fork would rank them by the same rules.
 */
@Component
class Inheritance {

  private final JobRows jobs;
  private final Specifications specifications;
  private final Generations generations;
  private final Individuals individuals;

  Inheritance(
      JobRows jobs,
      Specifications specifications,
      Generations generations,
      Individuals individuals) {
    this.jobs = jobs;
    this.specifications = specifications;
    this.generations = generations;
    this.individuals = individuals;
  }

  /**
   * Returns where the fork can begin there.
   *
   * @throws InvalidSpecification with what stands against it
   */
  void check(Origin origin, String supernet) {
    JobRow job =
        jobs.findById(origin.job())
            .orElseThrow(() -> misfit("/origin/job", "there is no such search job"));
    if (!supernet.equals(job.supernet)) {
      throw misfit(
          "/supernet/artifact",
          "must be the origin's supernet, " + job.supernet + ", or no origin");
    }
    List<Integer> ranked =
        generations.of(job.id).stream()
            .filter(one -> one.state() == Generation.State.RANKED)
            .map(Generation::number)
            .toList();
    if (!ranked.contains(origin.generation())) {
      throw misfit("/origin/generation", unranked(origin.generation(), ranked));
    }
  }

  /**
   * Binds a fork that measures latencies as its origin does to the same kind of machine, unless it
   * names another.
   */
  void bind(JobRow fork, Origin origin) {
    JobRow before = jobs.findById(origin.job()).orElseThrow();
    if (fork.latencyMachine == null
        && fork.latencyProtocol != null
        && fork.latencyProtocol.equals(before.latencyProtocol)) {
      fork.latencyMachine = before.latencyMachine;
    }
  }

  private static String unranked(int number, List<Integer> ranked) {
    return ranked.isEmpty()
        ? "the job has no ranked generation yet"
        : "must be a ranked generation of the job, %d to %d, is %d"
            .formatted(ranked.getFirst(), ranked.getLast(), number);
  }

  private static InvalidSpecification misfit(String pointer, String detail) {
    return new InvalidSpecification(List.of(new Violation(pointer, detail)));
  }

  /** The population, best first; each with the parents that it was bred from. */
  List<Offspring> population(Origin origin) {
    return survivors(origin).stream()
        .map(Ranked::born)
        .map(born -> new Offspring(born.genotype(), born.parents()))
        .toList();
  }

  /** By genotype, the measurements that hold for the fork too; none under another protocol. */
  Map<String, Long> measurements(Origin origin, SearchJobSpecification fork) {
    Map<String, Long> measurements = new TreeMap<>();
    if (specification(origin).evaluation().equals(fork.evaluation())) {
      for (Ranked survivor : survivors(origin)) {
        Born born = survivor.born();
        measurements.put(Genes.write(born.genotype()), born.required().id());
      }
    }
    return measurements;
  }

  /**
   * The population of the fork's first generation as the origin has ranked it; empty where the fork
   * ranks by other rules.
   *
   * @param born in that generation of the fork, in the order of birth
   */
  Optional<List<Ranked>> ranking(Origin origin, SearchJobSpecification fork, List<Born> born) {
    SearchJobSpecification before = specification(origin);
    if (!before.evaluation().equals(fork.evaluation())
        || !before.latency().equals(fork.latency())
        || !ranksAlike(before.search(), fork.search())) {
      return Optional.empty();
    }
    List<Ranked> survivors = survivors(origin);
    List<Ranked> ranking = new ArrayList<>();
    for (int i = 0; i < survivors.size(); i++) {
      ranking.add(new Ranked(born.get(i), survivors.get(i).rank(), survivors.get(i).crowding()));
    }
    return Optional.of(ranking);
  }

  private static boolean ranksAlike(SearchSettings one, SearchSettings other) {
    return one.population() == other.population()
        && one.objectives().equals(other.objectives())
        && one.constraints().equals(other.constraints());
  }

  private List<Ranked> survivors(Origin origin) {
    return individuals.survivors(origin.job(), origin.generation());
  }

  private SearchJobSpecification specification(Origin origin) {
    return specifications.of(jobs.findById(origin.job()).orElseThrow());
  }
}
