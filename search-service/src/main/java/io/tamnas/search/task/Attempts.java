package io.tamnas.search.task;

import io.tamnas.protocol.task.CheckpointReport;
import io.tamnas.protocol.task.FailureClass;
import io.tamnas.protocol.task.HeartbeatAnswer.Instruction;
import io.tamnas.protocol.task.TaskFailure;
import io.tamnas.protocol.task.TaskResult;
import io.tamnas.search.artifact.Artifacts;
import io.tamnas.search.artifact.Digest;
import io.tamnas.search.worker.WorkerSettings;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

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
  private final TaskOwner owner;
  private final Artifacts artifacts;
  private final AttemptEnds ends;
  private final AttemptJson json;
  private final WorkerSettings settings;
  private final ApplicationEventPublisher events;

  Attempts(
      TaskRows tasks,
      AttemptRows attempts,
      TaskOwner owner,
      Artifacts artifacts,
      AttemptEnds ends,
      AttemptJson json,
      WorkerSettings settings,
      ApplicationEventPublisher events) {
    this.tasks = tasks;
    this.attempts = attempts;
    this.owner = owner;
    this.artifacts = artifacts;
    this.ends = ends;
    this.json = json;
    this.settings = settings;
    this.events = events;
  }

  /**
   * Renews the lease where the attempt owns its task.
   *
   * @throws UnknownTask where there is no such task
   */
  @Transactional
  public Instruction heartbeat(UUID task, int attempt, double progress) {
    if (attempts.renew(task, attempt, Math.clamp(progress, 0, 1), settings.leaseSeconds())) {
      return Instruction.CONTINUE;
    }
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
  public void checkpoint(UUID task, int attempt, CheckpointReport report) {
    ReportCheck.check(report);
    locked(task);
    requireOwner(task, attempt);
    if (!artifacts.contains(new Digest(report.artifact()))) {
      throw new UnusableResult(
          "the checkpoint " + report.artifact() + " was not uploaded; put it at /api/v1/artifacts");
    }
    tasks.keepCheckpoint(task, report);
    log.debug("checkpoint at step {} of task {}", report.step(), task);
  }

  /**
   * Ends the attempt and its task with a result; the same result again changes nothing.
   *
   * @throws StaleAttempt where the attempt does not own its task
   * @throws ConflictingResult where it ended otherwise before
   * @throws UnusableResult where the result cannot be the task's; the attempt goes on
   */
  @Transactional
  public void succeed(UUID id, int attempt, TaskResult result) {
    ReportCheck.check(result);
    Task task = locked(id);
    String text = json.write(result);
    if (attempts.succeed(id, attempt, text)) {
      owner.succeeded(task, result);
      tasks.close(id, "SUCCEEDED");
      log.info("task {} succeeded with attempt {}", id, attempt);
      events.publishEvent(new TaskEvent.Succeeded(task.work().kind()));
      events.publishEvent(new WorkAvailable());
      return;
    }
    AttemptRows.Outcome outcome = ended(id, attempt);
    if (!text.equals(outcome.result())) {
      throw new ConflictingResult(id, attempt);
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
    Task task = locked(id);
    if (attempts.fail(id, attempt, failure.failureClass(), failure.reason())) {
      ends.failed(task, attempt, failure.failureClass(), failure.reason());
      return;
    }
    AttemptRows.Outcome outcome = ended(id, attempt);
    if (!failure.failureClass().name().equals(outcome.failureClass())
        || !failure.reason().equals(outcome.reason())) {
      throw new ConflictingResult(id, attempt);
    }
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
    Task task = locked(id);
    if (attempts.lose(id, attempt, reason)) {
      ends.failed(task, attempt, failureClass, reason);
    }
  }

  /** What the attempt ended with by its own report; otherwise it is stale. */
  private AttemptRows.Outcome ended(UUID task, int attempt) {
    return attempts
        .outcome(task, attempt)
        .filter(outcome -> outcome.state().equals("SUCCEEDED") || isReported(outcome))
        .orElseThrow(() -> new StaleAttempt(task, attempt));
  }

  private static boolean isReported(AttemptRows.Outcome outcome) {
    return outcome.state().equals("FAILED")
        && !FailureClass.LEASE_EXPIRED.name().equals(outcome.failureClass());
  }

  private Task locked(UUID id) {
    Task task = required(id);
    MDC.put("job", task.job().toString());
    owner.lock(task.job());
    return task;
  }

  private Task required(UUID id) {
    return tasks.find(id).orElseThrow(() -> new UnknownTask(id));
  }
}
