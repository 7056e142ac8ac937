package io.tamnas.search.job;

import io.tamnas.protocol.task.TaskResult.LatencyMeasured;
import io.tamnas.protocol.task.Work;
import io.tamnas.search.baseline.Baselines;
import io.tamnas.search.generation.Generations;
import io.tamnas.search.generation.Genes;
import io.tamnas.search.generation.LargestSubnet;
import io.tamnas.search.latency.Latencies;
import io.tamnas.search.latency.Latency;
import io.tamnas.search.latency.LatencyKey;
import io.tamnas.search.specification.LatencySettings;
import io.tamnas.search.specification.SearchJobSpecification;
import io.tamnas.search.task.Task;
import io.tamnas.search.task.Tasks;
import io.tamnas.search.task.UnusableResult;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * The latencies that a search needs, all from one kind of machine. The first to be asked for is
 * that of the space's largest subnet, alone: who measures it binds a job that was not bound before,
 * and it sets the reference point of hypervolumes. Called with the job locked.
 */
@Component
class Timing {

  private static final Logger log = LoggerFactory.getLogger(Timing.class);

  private final Specifications specifications;
  private final Generations generations;
  private final Baselines baselines;
  private final Latencies latencies;
  private final Tasks tasks;

  Timing(
      Specifications specifications,
      Generations generations,
      Baselines baselines,
      Latencies latencies,
      Tasks tasks) {
    this.specifications = specifications;
    this.generations = generations;
    this.baselines = baselines;
    this.latencies = latencies;
    this.tasks = tasks;
  }

  /** Notes of a new job whether it measures latencies, and on what. */
  void prepare(JobRow job, SearchJobSpecification specification) {
    specification
        .latency()
        .ifPresent(
            settings -> {
              job.latencyProtocol = specifications.protocol(settings.protocol());
              job.latencyMachine = settings.machine().orElse(null);
            });
  }

  /** Asks for what is not known yet of the current generation; asked again, it adds nothing. */
  void measure(JobRow job, SearchJobSpecification specification) {
    Optional<LatencySettings> settings = specification.latency();
    if (settings.isEmpty()) {
      return;
    }
    if (job.referenceLatency == null) {
      recallLargest(job, specification);
    }
    if (job.referenceLatency == null) {
      ask(job, specification, settings.get(), largest(specification));
    } else {
      measureGeneration(job, specification, settings.get());
    }
  }

  /** Asks for what is not known yet of what was drawn at random, after the last generation. */
  void measureBaseline(JobRow job, SearchJobSpecification specification) {
    specification
        .latency()
        .ifPresent(
            settings -> {
              baselines.reuseOwnLatencies(job.id);
              LatencyKey key = specifications.latencyKey(job, specification);
              baselines.timed(job.id, latencies.known(key, baselines.untimed(job.id)));
              for (String genotype : baselines.untimed(job.id)) {
                ask(job, specification, settings, genotype);
              }
            });
  }

  /** The latency of the largest subnet, where the job measures latencies and it is known. */
  Optional<Latency> ofLargest(JobRow job) {
    return Optional.ofNullable(job.referenceLatency).map(latencies::get);
  }

  /**
   * Keeps a latency.
   *
   * @throws UnusableResult where it comes from another kind of machine than the job's
   */
  void measured(
      JobRow job, SearchJobSpecification specification, Task task, LatencyMeasured measured) {
    bind(job, measured.machine());
    long id =
        latencies.keep(specifications.latencyKey(job, specification), task.subject(), measured);
    generations.timed(job.id, Map.of(task.subject(), id));
    baselines.timed(job.id, Map.of(task.subject(), id));
    if (job.referenceLatency == null && task.subject().equals(largest(specification))) {
      job.referenceLatency = id;
      measure(job, specification);
    }
  }

  private static void bind(JobRow job, String machine) {
    if (job.latencyMachine == null) {
      job.latencyMachine = machine;
      log.info("job {} measures latencies on: {}", job.id, machine);
    } else if (!job.latencyMachine.equals(machine)) {
      throw new UnusableResult(
          "latencies of this job are measured on \"%s\", not on \"%s\""
              .formatted(job.latencyMachine, machine));
    }
  }

  private void recallLargest(JobRow job, SearchJobSpecification specification) {
    if (job.latencyMachine != null) {
      String largest = largest(specification);
      job.referenceLatency =
          latencies
              .known(specifications.latencyKey(job, specification), List.of(largest))
              .get(largest);
    }
  }

  private void measureGeneration(
      JobRow job, SearchJobSpecification specification, LatencySettings settings) {
    int number = Objects.requireNonNull(job.generation);
    generations.reuseOwnLatencies(job.id, number);
    LatencyKey key = specifications.latencyKey(job, specification);
    generations.timed(job.id, latencies.known(key, generations.untimed(job.id, number)));
    for (String genotype : generations.untimed(job.id, number)) {
      ask(job, specification, settings, genotype);
    }
  }

  private void ask(
      JobRow job, SearchJobSpecification specification, LatencySettings settings, String genotype) {
    tasks.add(
        job.id,
        genotype,
        new Work.MeasureLatency(
            specification.space().text(), Genes.read(genotype).genes(), settings.protocol()));
  }

  private static String largest(SearchJobSpecification specification) {
    return Genes.write(LargestSubnet.genotype(specification.space()));
  }
}
