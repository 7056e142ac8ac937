package io.tamnas.search.finalist;

import io.tamnas.search.generation.Evolution;
import io.tamnas.search.generation.Individuals;
import io.tamnas.search.job.Job;
import io.tamnas.search.job.JobReader;
import io.tamnas.search.job.JobState;
import io.tamnas.search.specification.NamedFinalistsReader;
import io.tamnas.search.task.TaskOwner;
import io.tamnas.search.task.Tasks;
import io.tamnas.space.Genotype;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;

/** Finalists that people name. The job goes its way whatever becomes of them. */
@Component
class NamedRequests {

  private final JobReader jobs;
  private final TaskOwner owner;
  private final Individuals individuals;
  private final FinalistRows rows;
  private final NetworkRows networks;
  private final Finalists finalists;
  private final Tasks tasks;
  private final Clock clock;

  NamedRequests(
      JobReader jobs,
      TaskOwner owner,
      Individuals individuals,
      FinalistRows rows,
      NetworkRows networks,
      Finalists finalists,
      Tasks tasks,
      Clock clock) {
    this.jobs = jobs;
    this.owner = owner;
    this.individuals = individuals;
    this.rows = rows;
    this.networks = networks;
    this.finalists = finalists;
    this.tasks = tasks;
    this.clock = clock;
  }

  /**
   * Asks for those that are not there yet with the same settings, and once more for what failed.
   *
   * @throws NotSearched where the job has no last front
   * @throws io.tamnas.search.specification.InvalidSpecification with every violation at once
   */
  @Transactional
  public void submit(UUID id, JsonNode document) {
    owner.lock(id);
    Job job = jobs.get(id);
    if (job.state() != JobState.SUCCEEDED) {
      throw new NotSearched(id, job.state());
    }
    NamedFinalistsReader.Named named = NamedFinalistsReader.read(document, job.specification());
    NamedFinalists.of(
            job.specification().space(),
            front(job),
            named.genotypes(),
            NamedFinalistsReader.POINTER)
        .forEach(
            finalist ->
                finalists.add(
                    job, finalist, named.settings().starts(), named.settings().network()));
  }

  /**
   * Ends the networks of a finalist that are not at their end.
   *
   * @throws UnknownFinalist where there is none of that number
   */
  @Transactional
  public void cancel(UUID id, int number) {
    owner.lock(id);
    if (rows.find(id, number).isEmpty()) {
      throw new UnknownFinalist(id, number);
    }
    networks
        .cancel(id, number, clock.instant())
        .forEach(network -> tasks.cancel(id, network.subject()));
    owner.advance(id);
  }

  private List<Genotype> front(Job job) {
    return new Evolution(job.specification())
        .front(individuals.measured(job.id())).stream()
            .map(ranked -> ranked.born().genotype())
            .toList();
  }
}
