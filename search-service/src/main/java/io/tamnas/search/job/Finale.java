package io.tamnas.search.job;

import io.tamnas.protocol.task.TaskKind;
import io.tamnas.search.baseline.Baselines;
import io.tamnas.search.baseline.RandomSample;
import io.tamnas.search.generation.Evolution;
import io.tamnas.search.generation.Individuals;
import io.tamnas.search.specification.BaselineKind;
import io.tamnas.search.specification.SearchJobSpecification;
import io.tamnas.search.worker.Workers;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * What a job does after its last generation: it measures the baseline, and then has finalists and
 * others trained on their own. One after the other, because a trainer and an evaluator that share
 * processors slow each other many times over; but networks do not wait for latencies that nobody is
 * there to measure. Called with the job locked.
 */
@Component
class Finale {

  /** What a baseline is taken to be of the whole, where networks follow it. */
  private static final double BASELINE = 1 / 3.0;

  private final Baselines baselines;
  private final Individuals individuals;
  private final Evaluations evaluations;
  private final Timing timing;
  private final Networks networks;
  private final Workers workers;

  Finale(
      Baselines baselines,
      Individuals individuals,
      Evaluations evaluations,
      Timing timing,
      Networks networks,
      Workers workers) {
    this.baselines = baselines;
    this.individuals = individuals;
    this.evaluations = evaluations;
    this.timing = timing;
    this.networks = networks;
    this.workers = workers;
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
    advance(job, specification);
  }

  /** Goes on to the networks where nothing is to be waited for; does nothing twice. */
  void advance(JobRow job, SearchJobSpecification specification) {
    if (wantsNetworks(specification)
        && !isBeingMeasured(job)
        && networks.progress(job.id).isEmpty()) {
      networks.begin(job.read(specification));
    }
  }

  /** Whether accuracies of the baseline are missing, or latencies that somebody can measure. */
  private boolean isBeingMeasured(JobRow job) {
    return baselines.count(job.id).remaining() > 0
        && (!baselines.unmeasured(job.id).isEmpty()
            || workers.isThere(TaskKind.MEASURE_LATENCY, Optional.ofNullable(job.latencyMachine)));
  }

  /** Asks for what is missing, such as after a crash. */
  void repair(JobRow job, SearchJobSpecification specification) {
    if (baselines.count(job.id).remaining() > 0) {
      measure(job, specification);
    }
  }

  private void measure(JobRow job, SearchJobSpecification specification) {
    baselines.reuseOwn(job.id);
    baselines.measured(job.id, evaluations.known(job, specification, baselines.unmeasured(job.id)));
    evaluations.ask(job, specification, baselines.unmeasured(job.id));
    timing.measureBaseline(job, specification);
  }

  /** After what is due has been asked for. */
  boolean isDone(UUID job) {
    return baselines.count(job).remaining() == 0 && networks.areEnded(job);
  }

  /** Ends what is not at its end; the tasks are ended by the caller. */
  void cancel(UUID job) {
    networks.cancel(job);
  }

  /**
   * How far it is, from 0 to 1; of a baseline before networks, that is a third. Empty before it has
   * begun, or where there is nothing to do.
   */
  OptionalDouble progress(JobRow job, SearchJobSpecification specification) {
    OptionalDouble baseline = baseline(job.id);
    OptionalDouble ofNetworks = networks.progress(job.id);
    if (baseline.isEmpty() || !wantsNetworks(specification)) {
      return baseline.isEmpty() ? ofNetworks : baseline;
    }
    return OptionalDouble.of(
        baseline.getAsDouble() * BASELINE + ofNetworks.orElse(0) * (1 - BASELINE));
  }

  private OptionalDouble baseline(UUID job) {
    Baselines.Count count = baselines.count(job);
    return count.drawn() == 0
        ? OptionalDouble.empty()
        : OptionalDouble.of(1 - count.remaining() / (double) count.drawn());
  }
}
