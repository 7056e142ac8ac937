package io.tamnas.search.job;

import io.tamnas.protocol.task.TaskKind;
import io.tamnas.search.baseline.Baselines;
import io.tamnas.search.baseline.RandomSample;
import io.tamnas.search.generation.Evolution;
import io.tamnas.search.generation.Individuals;
import io.tamnas.search.specification.BaselineKind;
import io.tamnas.search.specification.SearchJobSpecification;
import io.tamnas.search.task.Tasks;
import java.util.OptionalDouble;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * What a job does after its last generation, side by side: it measures the baseline, and has
 * finalists and others trained on their own. Called with the job locked.
 */
@Component
class Finale {

  private final Baselines baselines;
  private final Individuals individuals;
  private final Evaluations evaluations;
  private final Tasks tasks;
  private final Networks networks;

  Finale(
      Baselines baselines,
      Individuals individuals,
      Evaluations evaluations,
      Tasks tasks,
      Networks networks) {
    this.baselines = baselines;
    this.individuals = individuals;
    this.evaluations = evaluations;
    this.tasks = tasks;
    this.networks = networks;
  }

  /** Whether a job asks for anything of it. */
  static boolean isWanted(SearchJobSpecification specification) {
    return wantsBaseline(specification) || wantsNetworks(specification);
  }

  static boolean wantsBaseline(SearchJobSpecification specification) {
    return specification.search().baseline() == BaselineKind.RANDOM;
  }

  /** Whether anything is trained. */
  static boolean wantsNetworks(SearchJobSpecification specification) {
    return specification.finalists().count() > 0 || specification.correlation().subnets() > 0;
  }

  void begin(JobRow job, SearchJobSpecification specification) {
    if (wantsBaseline(specification)) {
      baselines.begin(
          job.id,
          specification.space(),
          RandomSample.of(
              specification.space(),
              new Evolution(specification)::isFeasible,
              specification.seed(),
              individuals.count(job.id).genotypes()));
      measure(job, specification);
    }
    if (wantsNetworks(specification)) {
      networks.begin(job.read(specification));
    }
  }

  /** Asks for what is missing, such as after a crash. */
  void repair(JobRow job, SearchJobSpecification specification) {
    if (tasks.open(job.id, TaskKind.EVALUATE) == 0 && baselines.count(job.id).remaining() > 0) {
      measure(job, specification);
    }
  }

  private void measure(JobRow job, SearchJobSpecification specification) {
    baselines.reuseOwn(job.id);
    baselines.measured(job.id, evaluations.known(job, specification, baselines.unmeasured(job.id)));
    evaluations.ask(job, specification, baselines.unmeasured(job.id));
  }

  boolean isDone(UUID job) {
    return baselines.count(job).remaining() == 0 && networks.areEnded(job);
  }

  /** Ends what is not at its end; the tasks are ended by the caller. */
  void cancel(UUID job) {
    networks.cancel(job);
  }

  /**
   * How far it is, from 0 to 1: since all goes side by side, as far as what is last. Empty before
   * it has begun, or where there is nothing to do.
   */
  OptionalDouble progress(UUID job) {
    return Stream.of(baseline(job), networks.progress(job))
        .flatMapToDouble(OptionalDouble::stream)
        .min();
  }

  private OptionalDouble baseline(UUID job) {
    Baselines.Count count = baselines.count(job);
    return count.drawn() == 0
        ? OptionalDouble.empty()
        : OptionalDouble.of(count.measured() / (double) count.drawn());
  }
}
