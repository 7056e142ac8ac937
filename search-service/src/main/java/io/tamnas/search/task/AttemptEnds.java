package io.tamnas.search.task;

import io.tamnas.protocol.task.FailureClass;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * What becomes of a task whose attempt has failed:
 *
 * <ul>
 *   <li>the specification is at fault, the training diverged, or memory did not suffice: it has
 *       failed;
 *   <li>the infrastructure failed: another attempt after a pause, a limited number of times;
 *   <li>the worker is gone: another attempt, and only many of them in a row count as a failure,
 *       such as where a task kills each worker that takes it;
 *   <li>the worker had to let go: another attempt at once, and it does not count.
 * </ul>
 */
@Component
class AttemptEnds {

  private static final Logger log = LoggerFactory.getLogger(AttemptEnds.class);

  private final TaskRows tasks;
  private final CheckpointRows checkpoints;
  private final TaskOwner owner;
  private final Blame blame;
  private final RetrySettings settings;
  private final ApplicationEventPublisher events;

  AttemptEnds(
      TaskRows tasks,
      CheckpointRows checkpoints,
      TaskOwner owner,
      Blame blame,
      RetrySettings settings,
      ApplicationEventPublisher events) {
    this.tasks = tasks;
    this.checkpoints = checkpoints;
    this.owner = owner;
    this.blame = blame;
    this.settings = settings;
    this.events = events;
  }

  void failed(Task task, int attempt, FailureClass failureClass, String reason) {
    log.info("attempt {} at task {} ended: {}: {}", attempt, task.id(), failureClass, reason);
    if (failureClass == FailureClass.INFRASTRUCTURE || failureClass == FailureClass.LEASE_EXPIRED) {
      blame.failed(task.id(), attempt, reason);
    }
    switch (failureClass) {
      case INVALID, DIVERGED, OUT_OF_MEMORY -> giveUp(task, failureClass, reason);
      case INFRASTRUCTURE -> tryAgainOrGiveUp(task, reason);
      case LEASE_EXPIRED -> tryAnotherWorkerOrGiveUp(task, reason);
      case PREEMPTED -> putBack(task, failureClass, 0);
    }
    events.publishEvent(new WorkAvailable());
  }

  private void tryAgainOrGiveUp(Task task, String reason) {
    int failures = tasks.countFailure(task.id());
    if (failures < settings.limit()) {
      putBack(task, FailureClass.INFRASTRUCTURE, settings.pauseSeconds(failures));
    } else {
      giveUp(task, FailureClass.INFRASTRUCTURE, failures + " attempts failed; the last: " + reason);
    }
  }

  private void tryAnotherWorkerOrGiveUp(Task task, String reason) {
    int losses = tasks.countLoss(task.id());
    if (losses < settings.lost()) {
      putBack(task, FailureClass.LEASE_EXPIRED, settings.lostPauseSeconds(losses));
    } else {
      giveUp(
          task,
          FailureClass.LEASE_EXPIRED,
          losses + " attempts in a row were lost; see the workers' logs; the last: " + reason);
    }
  }

  private void putBack(Task task, FailureClass failureClass, double pauseSeconds) {
    tasks.putBack(task.id(), pauseSeconds);
    events.publishEvent(new TaskEvent.Retried(task.work().kind(), failureClass));
  }

  private void giveUp(Task task, FailureClass failureClass, String reason) {
    tasks.close(task.id(), "FAILED");
    events.publishEvent(new TaskEvent.Failed(task.work().kind(), failureClass));
    owner.failed(task, failureClass, reason + checkpoint(task));
  }

  /** Where there is one, the state before the failure. */
  private String checkpoint(Task task) {
    return checkpoints
        .newest(task.id())
        .map(
            last ->
                "; the last checkpoint is artifact %s, after step %d"
                    .formatted(last.artifact(), last.step()))
        .orElse("");
  }
}
