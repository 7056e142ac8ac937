package io.tamnas.search.task;

import io.opentelemetry.context.Scope;
import io.tamnas.protocol.task.CheckpointReport;
import io.tamnas.protocol.task.FailureClass;
import io.tamnas.protocol.task.HeartbeatAnswer.Instruction;
import io.tamnas.protocol.task.TaskFailure;
import io.tamnas.protocol.task.TaskResult;
import io.tamnas.search.artifact.Artifacts;
import io.tamnas.search.artifact.Digest;
import io.tamnas.search.database.Gathering;
import io.tamnas.search.trace.JobTraces;
import io.tamnas.search.trace.LogScope;
import io.tamnas.search.worker.WorkerSettings;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.util.ConcurrentReferenceHashMap;

/**
 * What workers report of their attempts. A report counts once, however often it comes, and only
 * while the attempt owns its task: then its lease runs by the database's clock, and no later
 * attempt was opened.
 */
@Component
@EnableConfigurationProperties(RetrySettings.class)
public class Attempts {

  private static final Logger log = LoggerFactory.getLogger(Attempts.class);

  private final TaskRows tasks;
  private final AttemptRows attempts;
  private final CheckpointRows checkpoints;
  private final TaskOwner owner;
  private final Results results;
  private final Artifacts artifacts;
  private final AttemptEnds ends;
  private final AttemptJson json;
  private final WorkerSettings settings;
  private final JobTraces traces;
  private final Gathering<Beat, Optional<Boolean>> beats;
  private final Gathering<UUID, Optional<Task>> lookups;
  private final Gathering<ResultReport, Results.Taken> reports;

  /** What is due after results, by job. */
  private final Map<UUID, Gathering<UUID, UUID>> advances =
      new ConcurrentReferenceHashMap<>(64, ConcurrentReferenceHashMap.ReferenceType.WEAK);

  Attempts(
      TaskRows tasks,
      AttemptRows attempts,
      CheckpointRows checkpoints,
      TaskOwner owner,
      Results results,
      Artifacts artifacts,
      AttemptEnds ends,
      AttemptJson json,
      WorkerSettings settings,
      JobTraces traces) {
    this.tasks = tasks;
    this.attempts = attempts;
    this.checkpoints = checkpoints;
    this.owner = owner;
    this.results = results;
    this.artifacts = artifacts;
    this.ends = ends;
    this.json = json;
    this.settings = settings;
    this.traces = traces;
    this.beats = new Gathering<>(some -> attempts.renew(some, settings.leaseSeconds()));
    this.lookups = new Gathering<>(tasks::find);
    this.reports = new Gathering<>(results::take);
  }

  /**
   * Renews the lease where the attempt owns its task, and says what it shall do.
   *
   * @throws UnknownTask where there is no such task
   */
  public Instruction heartbeat(UUID task, int attempt, double progress) {
    Beat beat = new Beat(new Beat.Of(task, attempt), Math.clamp(progress, 0, 1));
    return beats
        .call(beat)
        .map(rests -> rests ? Instruction.PAUSE : Instruction.CONTINUE)
        .orElseGet(() -> instructionAtEnd(task, attempt));
  }

  private Instruction instructionAtEnd(UUID task, int attempt) {
    required(task);
    return attempts
        .outcome(task, attempt)
        .filter(outcome -> outcome.state().equals("CANCELLED"))
        .map(outcome -> Instruction.CANCEL)
        .orElse(Instruction.LOST);
  }

  /**
   * Makes sure that the attempt owns its task until the caller's transaction ends.
   *
   * @throws StaleAttempt where it does not
   */
  public void requireOwner(UUID task, int attempt) {
    if (!attempts.hold(task, attempt)) {
      required(task);
      throw new StaleAttempt(task, attempt);
    }
  }

  /** Keeps the state for the next attempt. */
  @Transactional
  public void checkpoint(UUID id, int attempt, CheckpointReport report) {
    ReportCheck.check(report);
    Task task = required(id);
    try (LogScope _ = LogScope.ofJob(task.job())) {
      owner.lock(task.job());
      keep(id, attempt, report);
    }
  }

  private void keep(UUID task, int attempt, CheckpointReport report) {
    requireOwner(task, attempt);
    if (!artifacts.contains(new Digest(report.artifact()))) {
      throw new UnusableResult(
          "the checkpoint " + report.artifact() + " was not uploaded; put it at /api/v1/artifacts");
    }
    if (checkpoints.keep(task, report)) {
      attempts.keptCheckpoint(task, attempt, report.step());
    }
    log.debug("checkpoint at step {} of task {}", report.step(), task);
  }

  /**
   * Ends the attempt and its task with a result; the same result again changes nothing.
   *
   * @throws StaleAttempt where the attempt does not own its task
   * @throws ConflictingResult where it ended otherwise before
   * @throws UnusableResult where the result cannot be the task's; the attempt goes on
   */
  public void succeed(UUID id, int attempt, TaskResult result) {
    ReportCheck.check(result);
    Task task = lookups.call(id).orElseThrow(() -> new UnknownTask(id));
    Results.Taken taken = reports.call(new ResultReport(task, attempt, result, json.write(result)));
    if (taken.ended()) {
      try (LogScope _ = LogScope.ofJob(task.job()).attempt(id, attempt)) {
        log.info("task {} succeeded with attempt {}", id, attempt);
      }
    }
    if (taken.due()) {
      advances
          .computeIfAbsent(task.job(), job -> new Gathering<>(calls -> advance(job, calls)))
          .call(task.job());
    }
  }

  /** In the job's name and trace, for no call of a worker is under way in this thread. */
  private List<UUID> advance(UUID job, List<UUID> calls) {
    try (Scope _ = traces.of(job).makeCurrent();
        LogScope _ = LogScope.ofJob(job)) {
      results.advance(job);
      return calls;
    }
  }

  /**
   * Ends the attempt with a failure, whose class decides what becomes of the task; the same failure
   * again changes nothing.
   *
   * @throws StaleAttempt where the attempt does not own its task
   * @throws ConflictingResult where it ended otherwise before
   */
  @Transactional
  public void fail(UUID id, int attempt, TaskFailure failure) {
    ReportCheck.check(failure);
    Task task = required(id);
    try (LogScope _ = LogScope.ofJob(task.job()).attempt(id, attempt)) {
      owner.lock(task.job());
      fail(task, attempt, failure);
    }
  }

  private void fail(Task task, int attempt, TaskFailure failure) {
    UUID id = task.id();
    if (attempts.fail(
        id, attempt, failure.failureClass(), failure.reason(), settings.leaseSeconds())) {
      ends.failed(task, attempt, failure.failureClass(), failure.reason());
      return;
    }
    AttemptRows.Outcome outcome = attempts.reported(id, attempt);
    if (!failure.failureClass().name().equals(outcome.failureClass())
        || !failure.reason().equals(outcome.reason())) {
      throw new ConflictingResult(id, attempt);
    }
  }

  /** The task is on its way to the worker that was chosen for it. */
  @Transactional
  void started(Task task) {
    owner.started(task);
  }

  /** Ends a running attempt whose worker is gone, or cannot be reached. */
  @Transactional
  void lose(UUID id, int attempt, String reason) {
    end(id, attempt, FailureClass.LEASE_EXPIRED, reason);
  }

  /** Ends a running attempt that its worker was too busy to take. */
  @Transactional
  void takeBack(UUID id, int attempt, String reason) {
    end(id, attempt, FailureClass.PREEMPTED, reason);
  }

  private void end(UUID id, int attempt, FailureClass failureClass, String reason) {
    Task task = required(id);
    try (Scope _ = traces.of(task.job()).makeCurrent();
        LogScope _ = LogScope.ofJob(task.job()).attempt(id, attempt)) {
      owner.lock(task.job());
      if (attempts.lose(id, attempt, failureClass, reason)) {
        ends.failed(task, attempt, failureClass, reason);
      }
    }
  }

  private Task required(UUID id) {
    return tasks.find(id).orElseThrow(() -> new UnknownTask(id));
  }
}
