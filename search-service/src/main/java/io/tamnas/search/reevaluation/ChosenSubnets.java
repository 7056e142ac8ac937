package io.tamnas.search.reevaluation;

import io.tamnas.search.generation.Evolution;
import io.tamnas.search.generation.Generation;
import io.tamnas.search.generation.Generations;
import io.tamnas.search.generation.Individuals;
import io.tamnas.search.generation.Ranked;
import io.tamnas.search.job.Job;
import io.tamnas.search.specification.ReevaluationSettings.Subnets;
import io.tamnas.space.Genotype;
import java.util.List;
import org.springframework.stereotype.Component;

/** Finds the genotypes that a request for a re-evaluation means. */
@Component
class ChosenSubnets {

  private final Individuals individuals;
  private final Generations generations;

  ChosenSubnets(Individuals individuals, Generations generations) {
    this.individuals = individuals;
    this.generations = generations;
  }

  /**
   * At least one, each once: those of a front in its order, named ones in that of their names.
   *
   * @throws EmptyFront where nothing is on the job's front yet
   * @throws NotRanked where the generation has no front yet
   */
  List<Genotype> of(Job job, Subnets subnets) {
    return switch (subnets) {
      case Subnets.Named(List<Genotype> genotypes) -> genotypes;
      case Subnets.OfFront _ -> front(job);
      case Subnets.OfGeneration(int number) -> generation(job, number);
    };
  }

  private List<Genotype> front(Job job) {
    List<Genotype> front =
        genotypes(new Evolution(job.specification()).front(individuals.measured(job.id())));
    if (front.isEmpty()) {
      throw new EmptyFront(job.id());
    }
    return front;
  }

  private List<Genotype> generation(Job job, int number) {
    boolean isRanked =
        generations
            .find(job.id(), number)
            .filter(found -> found.state() == Generation.State.RANKED)
            .isPresent();
    if (!isRanked) {
      throw new NotRanked(job.id(), number);
    }
    return genotypes(
        individuals.survivors(job.id(), number).stream().filter(one -> one.rank() == 1).toList());
  }

  private static List<Genotype> genotypes(List<Ranked> members) {
    return members.stream().map(member -> member.born().genotype()).distinct().toList();
  }
}
