package io.tamnas.search.task;

import static io.tamnas.search.task.QuietService.BACKOFF;
import static io.tamnas.search.task.QuietService.FAILURES;
import static io.tamnas.search.task.QuietService.HEARTBEAT;
import static io.tamnas.search.task.QuietService.LEASE;
import static io.tamnas.search.task.QuietService.LONGEST_QUARANTINE;
import static io.tamnas.search.task.QuietService.LOSSES;
import static io.tamnas.search.task.QuietService.QUARANTINE;
import static io.tamnas.search.task.QuietService.STRIKES;

import io.tamnas.protocol.task.FailureClass;
import io.tamnas.protocol.task.HeartbeatAnswer.Instruction;
import io.tamnas.protocol.task.TaskKind;
import io.tamnas.search.task.ModelAttempt.End;
import io.tamnas.search.task.ModelJob.Paused;
import io.tamnas.search.task.ModelTask.State;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/**
 * What tasks, attempts, workers and jobs ought to do, as plain objects in one thread. Written from
 * the promises, not from the statements that keep them.
 */
final class FencingModel {

  long now;
  final Map<UUID, ModelJob> jobs = new LinkedHashMap<>();
  final Map<UUID, ModelTask> tasks = new LinkedHashMap<>();
  final Map<String, ModelWorker> workers = new TreeMap<>();

  /** How often workers were quarantined. */
  int quarantines;

  /** What becomes of a report. */
  enum Verdict {
    ACCEPTED,
    REPEATED,
    STALE,
    CONFLICTING
  }

  /** A task and the worker that gets it. */
  record Pair(ModelTask task, ModelWorker worker) {}

  /** What the next claim must give to whom; nothing where no task is due for anybody. */
  Optional<Pair> next() {
    Comparator<ModelTask> order =
        Comparator.comparingInt((ModelTask task) -> -task.job.priority)
            .thenComparingLong(task -> running(task.job, task.kind))
            .thenComparingInt(task -> task.job.age)
            .thenComparingLong(task -> task.number);
    return tasks.values().stream()
        .filter(this::isDue)
        .filter(task -> !idle(task).isEmpty())
        .min(order)
        .map(task -> new Pair(task, idle(task).getFirst()));
  }

  private boolean isDue(ModelTask task) {
    ModelJob job = task.job;
    return task.state == State.READY
        && task.notBefore <= now
        && job.goesOn()
        && (job.most.isEmpty() || running(job) < job.most.getAsInt());
  }

  private List<ModelWorker> idle(ModelTask task) {
    return workers.values().stream()
        .filter(worker -> worker.kinds.contains(task.kind) && worker.isIdle(now))
        .sorted(
            Comparator.comparing((ModelWorker worker) -> worker.id.equals(task.failedOn))
                .thenComparingInt(worker -> worker.kinds.size()))
        .toList();
  }

  private long running(ModelJob job, TaskKind kind) {
    return of(job).stream()
        .filter(task -> task.kind == kind && task.state == State.RUNNING)
        .count();
  }

  private long running(ModelJob job) {
    return of(job).stream().filter(task -> task.state == State.RUNNING).count();
  }

  Collection<ModelTask> of(ModelJob job) {
    return tasks.values().stream().filter(task -> task.job == job).toList();
  }

  ModelAttempt open(Pair pair) {
    ModelTask task = pair.task();
    ModelAttempt attempt =
        new ModelAttempt(task, task.attempts.size() + 1, pair.worker(), now + LEASE);
    task.attempts.add(attempt);
    task.state = State.RUNNING;
    pair.worker().inHand = attempt;
    return attempt;
  }

  /** Who is at work at something else than it has in hand gets nothing for a while. */
  void register(ModelWorker worker, UUID incarnation, Optional<ModelAttempt> atWork) {
    boolean same = worker.incarnation.equals(incarnation);
    worker.seen = now;
    if (!same || atWork.isEmpty()) {
      worker.unavailableUntil = now;
    } else if (atWork.get() != worker.inHand) {
      worker.unavailableUntil = Math.max(worker.unavailableUntil, now + 2 * HEARTBEAT);
    }
    if (!same) {
      worker.incarnation = incarnation;
      worker.shunned = ModelWorker.NEVER;
      worker.draining = false;
      worker.trust();
      ModelAttempt lost = worker.inHand;
      if (lost != null) {
        lose(lost);
      }
    }
  }

  /** An operator wants it to take no task, or to take them again. */
  void direct(ModelWorker worker, boolean drains) {
    worker.draining = drains;
    if (!drains) {
      worker.trust();
    }
  }

  boolean owns(ModelAttempt attempt) {
    return attempt.end == End.NONE && now < attempt.leaseUntil;
  }

  Instruction heartbeat(ModelAttempt attempt) {
    if (owns(attempt)) {
      attempt.leaseUntil = now + LEASE;
      return attempt.task.job.paused == Paused.BY_USER ? Instruction.PAUSE : Instruction.CONTINUE;
    }
    return attempt.end == End.CANCELLED ? Instruction.CANCEL : Instruction.LOST;
  }

  Verdict checkpoint(ModelAttempt attempt, long step) {
    if (!owns(attempt)) {
      return Verdict.STALE;
    }
    if (step > attempt.task.checkpoint) {
      attempt.task.failures = 0;
    }
    if (step >= attempt.task.checkpoint) {
      attempt.task.checkpoint = step;
      attempt.task.lost = 0;
    }
    return Verdict.ACCEPTED;
  }

  /** A batch that comes under a number once more changes nothing. */
  Verdict metrics(ModelAttempt attempt, int number, int value) {
    if (!owns(attempt)) {
      return Verdict.STALE;
    }
    attempt.batches.putIfAbsent(number, value);
    return Verdict.ACCEPTED;
  }

  Verdict succeed(ModelAttempt attempt, Object result) {
    if (!owns(attempt)) {
      return late(attempt, result);
    }
    end(attempt, End.SUCCEEDED, result);
    attempt.worker.trust();
    attempt.task.state = State.SUCCEEDED;
    attempt.task.accepted++;
    return Verdict.ACCEPTED;
  }

  Verdict fail(ModelAttempt attempt, FailureClass failureClass, Object failure) {
    if (!owns(attempt)) {
      return late(attempt, failure);
    }
    if (failureClass == FailureClass.PREEMPTED) {
      attempt.worker.unavailableUntil = now + LEASE;
    }
    end(attempt, End.FAILED, failure);
    failed(attempt, failureClass);
    return Verdict.ACCEPTED;
  }

  private static Verdict late(ModelAttempt attempt, Object outcome) {
    return switch (attempt.end) {
      case NONE, LOST, CANCELLED -> Verdict.STALE;
      case SUCCEEDED, FAILED ->
          outcome.equals(attempt.outcome) ? Verdict.REPEATED : Verdict.CONFLICTING;
    };
  }

  /** Its worker is gone. */
  void lose(ModelAttempt attempt) {
    end(attempt, End.LOST, End.LOST);
    failed(attempt, FailureClass.LEASE_EXPIRED);
  }

  /** Its worker was busy. */
  void takeBack(ModelAttempt attempt) {
    end(attempt, End.FAILED, "busy");
    failed(attempt, FailureClass.PREEMPTED);
  }

  void sweep() {
    tasks.values().stream()
        .sorted(Comparator.comparing((ModelTask task) -> task.id.toString()))
        .flatMap(task -> task.running().stream())
        .filter(attempt -> attempt.leaseUntil <= now)
        .toList()
        .forEach(this::lose);
  }

  private void end(ModelAttempt attempt, End end, Object outcome) {
    attempt.end = end;
    attempt.outcome = outcome;
    if (attempt.worker.inHand == attempt) {
      attempt.worker.inHand = null;
    }
  }

  private void failed(ModelAttempt attempt, FailureClass failureClass) {
    ModelTask task = attempt.task;
    switch (failureClass) {
      case INFRASTRUCTURE -> {
        blame(attempt);
        task.failures++;
        task.lost = 0;
        again(task, task.failures < FAILURES, BACKOFF << (task.failures - 1));
      }
      case LEASE_EXPIRED -> {
        blame(attempt);
        task.lost++;
        again(task, task.lost < LOSSES, task.lost < 2 ? 0 : BACKOFF << (task.lost - 2));
      }
      case PREEMPTED -> again(task, true, 0);
      case OUT_OF_MEMORY -> {
        if (task.kind.hasCheckpoints()) {
          giveUp(task);
        } else {
          again(task, false, 0);
        }
      }
      case INVALID, DIVERGED -> giveUp(task);
    }
  }

  /** The job can never succeed. */
  private void giveUp(ModelTask task) {
    task.state = State.FAILED;
    close(task.job, ModelJob.End.FAILED);
  }

  private void again(ModelTask task, boolean mayTry, long pause) {
    if (mayTry) {
      task.state = State.READY;
      task.notBefore = now + pause;
    } else {
      task.state = State.FAILED;
      if (task.job.paused == Paused.NO) {
        task.job.paused = Paused.BY_FAILURE;
      }
    }
  }

  private void blame(ModelAttempt attempt) {
    ModelWorker worker = attempt.worker;
    attempt.task.failedOn = worker.id;
    attempt.task.failedWorkers.add(worker.id);
    if (!worker.incarnation.equals(attempt.incarnation)) {
      return;
    }
    worker.failed.add(attempt.task);
    long own = worker.failed.stream().filter(task -> task.failedWorkers.size() == 1).count();
    if (own >= (worker.quarantines == 0 ? STRIKES : 1)) {
      worker.quarantinedUntil =
          now + Math.min(LONGEST_QUARANTINE, QUARANTINE << Math.min(worker.quarantines, 10));
      worker.quarantines++;
      quarantines++;
      worker.failed.clear();
    }
  }

  void pause(ModelJob job) {
    if (job.paused == Paused.BY_USER) {
      return;
    }
    job.paused = Paused.BY_USER;
    for (ModelTask task : of(job)) {
      if (!task.kind.hasCheckpoints()) {
        task.running().ifPresent(this::takeBack);
      }
    }
  }

  void resume(ModelJob job) {
    job.paused = Paused.NO;
    for (ModelTask task : of(job)) {
      if (task.state == State.FAILED) {
        task.state = State.READY;
        task.failures = 0;
        task.lost = 0;
        task.notBefore = now;
      }
    }
  }

  void cancel(ModelJob job) {
    close(job, ModelJob.End.CANCELLED);
  }

  private void close(ModelJob job, ModelJob.End end) {
    job.end = end;
    for (ModelTask task : of(job)) {
      task.running().ifPresent(attempt -> end(attempt, End.CANCELLED, End.CANCELLED));
      if (task.isOpen()) {
        task.state = State.CANCELLED;
      }
    }
  }
}
