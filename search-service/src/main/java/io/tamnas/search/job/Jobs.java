package io.tamnas.search.job;

import io.tamnas.protocol.task.TaskKind;
import io.tamnas.protocol.task.Work;
import io.tamnas.search.specification.FinalistSettings;
import io.tamnas.search.specification.Origin;
import io.tamnas.search.specification.Scheduling;
import io.tamnas.search.specification.SearchJobSpecification;
import io.tamnas.search.supernet.Supernet;
import io.tamnas.search.supernet.Supernets;
import io.tamnas.search.task.Tasks;
import io.tamnas.search.trace.LogScope;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What people do with jobs. Each call is one transaction under the job's lock. */
@Component
class Jobs {

  private static final Logger log = LoggerFactory.getLogger(Jobs.class);

  private final JobRows rows;
  private final Specifications specifications;
  private final Supernets supernets;
  private final Tasks tasks;
  private final Inheritance inheritance;
  private final Search search;
  private final Timing timing;
  private final Finale finale;
  private final ReevaluationOwner reevaluations;
  private final Clock clock;

  Jobs(
      JobRows rows,
      Specifications specifications,
      Supernets supernets,
      Tasks tasks,
      Inheritance inheritance,
      Search search,
      Timing timing,
      Finale finale,
      ReevaluationOwner reevaluations,
      Clock clock) {
    this.rows = rows;
    this.specifications = specifications;
    this.supernets = supernets;
    this.tasks = tasks;
    this.inheritance = inheritance;
    this.search = search;
    this.timing = timing;
    this.finale = finale;
    this.reevaluations = reevaluations;
    this.clock = clock;
  }

  /**
   * Creates a job, and asks for its training or begins its search.
   *
   * @param specification in which {@link SubmissionCheck} has found nothing wrong
   * @throws org.springframework.dao.DataIntegrityViolationException where the key is taken
   */
  @Transactional
  public JobRow submit(
      SearchJobSpecification specification, Scheduling scheduling, Optional<Request> request) {
    JobRow job = new JobRow(UUID.randomUUID(), specification, clock.instant());
    job.schedule(scheduling);
    request.ifPresent(
        sent -> {
          job.idempotencyKey = sent.key();
          job.requestDigest = sent.digest();
        });
    Optional<Supernet> supernet =
        specification.supernet().map(artifact -> supernets.find(artifact).orElseThrow());
    timing.prepare(job, specification);
    specification.origin().ifPresent(origin -> inherit(job, origin, supernet));
    rows.saveAndFlush(job);
    try (LogScope _ = LogScope.ofJob(job.id)) {
      log.info("job {} is {}: {}", job.id, job.state, job.name);
      begin(job, specification, supernet);
    }
    return job;
  }

  private void begin(
      JobRow job, SearchJobSpecification specification, Optional<Supernet> supernet) {
    if (supernet.isPresent()) {
      job.startSearching(
          supernet.get().artifact(), supernet.get().datasetDigest(), clock.instant());
      search.advance(job);
    } else {
      train(job, specification);
    }
  }

  /** Changes how the job is served. */
  @Transactional
  public void schedule(UUID id, Condition condition, UnaryOperator<Scheduling> change) {
    JobRow job = locked(id);
    condition.require(job);
    job.schedule(change.apply(job.scheduling()));
  }

  @Transactional
  public void cancel(UUID id, Condition condition) {
    JobRow job = closed(id);
    condition.require(job);
    if (job.state.isEnd()) {
      throw new AlreadyEnded(id, job.state);
    }
    job.cancel(clock.instant());
    tasks.cancel(id);
    finale.cancel(id);
    reevaluations.cancel(id);
  }

  /**
   * Lets the job rest: nothing more of it is given out, trainings let go after a checkpoint, all
   * else at once. What is paused already stays so.
   *
   * @throws IllegalTransition where it has ended
   */
  @Transactional
  public void pause(UUID id, Condition condition) {
    JobRow job = closed(id);
    condition.require(job);
    if (job.pausedBy != PauseCause.USER) {
      job.hold();
      tasks.release(id, "the job was paused");
    }
  }

  /**
   * Lets a paused job go on, whoever paused it; its failed tasks are tried anew.
   *
   * @throws NotPaused where it is not paused
   */
  @Transactional
  public void resume(UUID id, Condition condition) {
    JobRow job = locked(id);
    condition.require(job);
    if (job.state != JobState.PAUSED) {
      throw new NotPaused(id, job.state);
    }
    job.resume();
    tasks.revive(id);
    search.advance(job);
  }

  /** Does what is due and was not done: asks for missing work, and advances. */
  @Transactional
  public void repair(UUID id) {
    JobRow job = locked(id);
    if (job.state == JobState.SEARCHING) {
      if (job.generation != null && isIdle(job)) {
        search.measure(job, specifications.of(job));
      }
      search.advance(job);
    } else if (job.state == JobState.FINALIZING) {
      if (isIdle(job)) {
        finale.repair(job, specifications.of(job));
      }
      search.advance(job);
    } else if (job.state == JobState.QUEUED && tasks.open(id, TaskKind.TRAIN_SUPERNET) == 0) {
      train(job, specifications.of(job));
    }
  }

  /** Whether one of the kinds of measurements that the job makes is asked for of nobody. */
  private boolean isIdle(JobRow job) {
    return tasks.open(job.id, TaskKind.EVALUATE) == 0
        || (job.latencyProtocol != null && tasks.open(job.id, TaskKind.MEASURE_LATENCY) == 0);
  }

  private void train(JobRow job, SearchJobSpecification specification) {
    tasks.add(
        job.id,
        "supernet",
        new Work.TrainSupernet(
            specification.dataset(),
            specification.space().text(),
            specification.training(),
            specification.seed(),
            testImages(specification)));
  }

  /** What finalists are validated on, so that too few are told before the search, not after it. */
  private static @Nullable Integer testImages(SearchJobSpecification specification) {
    FinalistSettings finalists = specification.finalists();
    return finalists.count() == 0 ? null : finalists.network().validation().images();
  }

  private void inherit(JobRow job, Origin origin, Optional<Supernet> supernet) {
    inheritance.check(origin, supernet.orElseThrow().artifact());
    inheritance.bind(job, origin);
  }

  private JobRow closed(UUID id) {
    if (rows.close(id).isEmpty()) {
      throw new UnknownJob(id);
    }
    return locked(id);
  }

  private JobRow locked(UUID id) {
    return rows.lock(id).orElseThrow(() -> new UnknownJob(id));
  }
}
