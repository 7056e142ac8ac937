package io.tamnas.search.job;

import io.tamnas.protocol.task.TaskKind;
import io.tamnas.search.generation.Individuals;
import io.tamnas.search.generation.Individuals.Count;
import io.tamnas.search.specification.SearchJobSpecification;
import io.tamnas.search.task.Tasks;
import io.tamnas.search.worker.Availabilities;
import io.tamnas.search.worker.Workers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tells where jobs are, how far, and how long they will still take. */
@Component
class JobStatuses {

  /** Of the job's progress, where it trains its own supernet. */
  private static final double TRAINING_SHARE = 0.5;

  /** Of the progress of a job that trains networks after its search, what comes before them. */
  private static final double SEARCH_SHARE = 0.5;

  private final Tasks tasks;
  private final Finale finale;
  private final Specifications specifications;
  private final Individuals individuals;
  private final Waiting waiting;
  private final Workers workers;
  private final Clock clock;

  JobStatuses(
      Tasks tasks,
      Finale finale,
      Specifications specifications,
      Individuals individuals,
      Waiting waiting,
      Workers workers,
      Clock clock) {
    this.tasks = tasks;
    this.finale = finale;
    this.specifications = specifications;
    this.individuals = individuals;
    this.waiting = waiting;
    this.workers = workers;
    this.clock = clock;
  }

  /** Of jobs that are read at one moment. */
  Function<JobRow, JobStatus> now() {
    Availabilities crew = new Availabilities(workers);
    return job -> of(job, crew);
  }

  private JobStatus of(JobRow job, Availabilities crew) {
    Count count = individuals.count(job.id);
    JobState phase = phase(job);
    double progress = phaseProgress(job, phase, count);
    Long left = timeLeft(job, progress);
    return new JobStatus(
        job.id,
        job.name,
        job.state,
        progress(job, phase, progress),
        wholeTimeLeft(job, phase, progress, left),
        new JobStatus.Phase(phase, progress, left),
        job.generation,
        job.generations,
        count.genotypes(),
        job.seed,
        job.specificationDigest,
        job.supernet,
        job.datasetDigest,
        origin(job),
        job.latencyMachine,
        job.createdAt,
        job.startedAt,
        job.endedAt,
        pause(job),
        failure(job),
        job.priority,
        job.maximumTasks,
        waiting.of(job, crew).orElse(null),
        JobStatus.Links.of(job.id));
  }

  /** The phase of a job that is at work, and otherwise the last one that it was in. */
  private JobState phase(JobRow job) {
    if (job.isOrWillBe(JobState.FINALIZING)
        || (job.state.isEnd() && finale.progress(job, specifications.of(job)).isPresent())) {
      return JobState.FINALIZING;
    }
    if (job.generation != null) {
      return JobState.SEARCHING;
    }
    return job.startedAt == null ? JobState.QUEUED : JobState.TRAINING_SUPERNET;
  }

  private double phaseProgress(JobRow job, JobState phase, Count count) {
    if (job.state == JobState.SUCCEEDED) {
      return 1;
    }
    return switch (phase) {
      case TRAINING_SUPERNET -> tasks.progress(job.id, TaskKind.TRAIN_SUPERNET).orElse(0);
      case SEARCHING -> Math.min(1, count.measured() / expected(job));
      case FINALIZING -> finale.progress(job, specifications.of(job)).orElse(1);
      case QUEUED, SUCCEEDED, PAUSED, CANCELLED, FAILED -> 0;
    };
  }

  /** How many individuals will be born; a fork's first generation is that of its origin. */
  private static double expected(JobRow job) {
    int first = job.originGeneration == null ? 0 : job.originGeneration;
    return (double) job.population * (job.generations - first + 1);
  }

  private double progress(JobRow job, JobState phase, double phaseProgress) {
    if (job.state == JobState.SUCCEEDED) {
      return 1;
    }
    SearchJobSpecification specification = specifications.of(job);
    double training = specification.supernet().isEmpty() ? TRAINING_SHARE : 0;
    double search = searchShare(specification, training);
    return switch (phase) {
      case TRAINING_SUPERNET -> search * TRAINING_SHARE * phaseProgress;
      case SEARCHING -> search * (training + (1 - training) * phaseProgress);
      case FINALIZING -> search + (1 - search) * phaseProgress;
      case QUEUED, SUCCEEDED, PAUSED, CANCELLED, FAILED -> phaseProgress;
    };
  }

  /** What comes before the finale, of the whole; a baseline alone is as much as the search. */
  private static double searchShare(SearchJobSpecification specification, double training) {
    if (Finale.wantsNetworks(specification)) {
      return SEARCH_SHARE;
    }
    return Finale.wantsBaseline(specification) ? 1 / (2 - training) : 1;
  }

  /**
   * Before the search has shown how fast it is, it is taken to last as long as the training; a
   * baseline is taken to last as long as the search.
   */
  private @Nullable Long wholeTimeLeft(
      JobRow job, JobState phase, double progress, @Nullable Long phaseLeft) {
    if (phaseLeft == null || progress >= 1) {
      return phaseLeft;
    }
    int baselines = Finale.wantsBaseline(specifications.of(job)) ? 1 : 0;
    int further =
        switch (phase) {
          case TRAINING_SUPERNET -> 1 + baselines;
          case SEARCHING -> baselines;
          case QUEUED, FINALIZING, SUCCEEDED, PAUSED, CANCELLED, FAILED -> 0;
        };
    return Math.round(phaseLeft * (1 + further / (1 - progress)));
  }

  private @Nullable Long timeLeft(JobRow job, double progress) {
    Instant start = job.phaseStartedAt;
    if (job.state.isEnd() || job.state == JobState.PAUSED || start == null || progress <= 0) {
      return null;
    }
    double elapsed = Duration.between(start, clock.instant()).toMillis() / 1000.0;
    return Math.round(elapsed * (1 - progress) / progress);
  }

  private static JobStatus.@Nullable Beginning origin(JobRow job) {
    return job.origin == null || job.originGeneration == null
        ? null
        : JobStatus.Beginning.of(job.origin, job.originGeneration);
  }

  private static JobStatus.@Nullable Pause pause(JobRow job) {
    PauseCause by = job.pausedBy;
    return by == null ? null : new JobStatus.Pause(by, reason(by));
  }

  private static String reason(PauseCause by) {
    return switch (by) {
      case USER -> "paused by a user; resume lets it go on";
      case FAILURE -> "paused because of the failure; resume lets it go on and tries that anew";
    };
  }

  private static JobStatus.@Nullable Failure failure(JobRow job) {
    return job.failureClass == null || job.failureReason == null
        ? null
        : new JobStatus.Failure(job.failureClass, job.failureReason);
  }
}
