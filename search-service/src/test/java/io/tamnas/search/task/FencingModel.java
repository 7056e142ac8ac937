package io.tamnas.search.task;

import static io.tamnas.search.task.QuietService.BACKOFF;
import static io.tamnas.search.task.QuietService.FAILURES;
import static io.tamnas.search.task.QuietService.LEASE;
import static io.tamnas.search.task.QuietService.LONGEST_QUARANTINE;
import static io.tamnas.search.task.QuietService.LOSSES;
import static io.tamnas.search.task.QuietService.PAUSE;
import static io.tamnas.search.task.QuietService.QUARANTINE;
import static io.tamnas.search.task.QuietService.STRIKES;

import io.tamnas.protocol.task.FailureClass;
import io.tamnas.protocol.task.HeartbeatAnswer.Instruction;
import io.tamnas.protocol.task.TaskKind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What tasks, attempts, workers and jobs ought to do, as plain objects in one thread. Written from
 * the promises, not from the statements that keep them.
 */
final class FencingModel {

  static final long NEVER = Long.MIN_VALUE / 2;

  long now;
  final Map<UUID, Job> jobs = new LinkedHashMap<>();
  final Map<UUID, Task> tasks = new LinkedHashMap<>();
  final Map<String, Worker> workers = new TreeMap<>();

  enum Paused {
    NO,
    BY_USER,
    BY_FAILURE
  }

  enum State {
    READY,
    RUNNING,
    SUCCEEDED,
    FAILED,
    CANCELLED
  }

  /** How an attempt ended, or has not. */
  enum End {
    NONE,
    SUCCEEDED,
    /** By its own report of a failure, or because it was taken back. */
    FAILED,
    LOST,
    CANCELLED
  }

  /** What becomes of a report. */
  enum Verdict {
    ACCEPTED,
    REPEATED,
    STALE,
    CONFLICTING
  }

  static final class Job {
    final UUID id;
    final int age;
    int priority;
    OptionalInt most = OptionalInt.empty();
    Paused paused = Paused.NO;
    boolean cancelled;
    boolean succeeded;
    @Nullable String supernet;
    final Map<String, Integer> measured = new TreeMap<>();

    Job(UUID id, int age) {
      this.id = id;
      this.age = age;
    }

    boolean isOpen() {
      return !cancelled && !succeeded;
    }
  }

  static final class Task {
    final UUID id;
    final Job job;
    final TaskKind kind;
    final String subject;
    final long number;
    State state = State.READY;
    long notBefore;
    int failures;
    int lost;
    int accepted;
    long checkpoint = -1;
    @Nullable String failedOn;
    final Set<String> failedWorkers = new TreeSet<>();
    final List<Attempt> attempts = new ArrayList<>();

    Task(UUID id, Job job, TaskKind kind, String subject, long number, long now) {
      this.id = id;
      this.job = job;
      this.kind = kind;
      this.subject = subject;
      this.number = number;
      this.notBefore = now;
    }

    Optional<Attempt> running() {
      return attempts.stream().filter(attempt -> attempt.end == End.NONE).findFirst();
    }
  }

  static final class Attempt {
    final Task task;
    final int number;
    final Worker worker;
    final UUID incarnation;
    long leaseUntil;
    End end = End.NONE;
    @Nullable Object outcome;

    Attempt(Task task, int number, Worker worker, long leaseUntil) {
      this.task = task;
      this.number = number;
      this.worker = worker;
      this.incarnation = worker.incarnation;
      this.leaseUntil = leaseUntil;
    }

    @Override
    public String toString() {
      return task.kind + " " + task.number + "#" + number + " of " + worker.id;
    }
  }

  static final class Worker {
    final String id;
    final Set<TaskKind> kinds;
    UUID incarnation;
    long seen = NEVER;
    long unavailableUntil;
    long shunned = NEVER;
    boolean draining;
    @Nullable Attempt inHand;
    final Set<Task> failed = new HashSet<>();
    int quarantines;
    long quarantinedUntil = NEVER;

    Worker(String id, Set<TaskKind> kinds, UUID incarnation) {
      this.id = id;
      this.kinds = kinds;
      this.incarnation = incarnation;
    }

    boolean isIdle(long now) {
      return inHand == null
          && !draining
          && unavailableUntil <= now
          && quarantinedUntil <= now
          && now - seen < LEASE
          && (shunned == NEVER || seen >= shunned + PAUSE);
    }
  }

  /** A task and the worker that gets it. */
  record Pair(Task task, Worker worker) {}

  Optional<Pair> next() {
    Comparator<Task> order =
        Comparator.comparingInt((Task task) -> -task.job.priority)
            .thenComparingLong(task -> running(task.job, task.kind))
            .thenComparingInt(task -> task.job.age)
            .thenComparingLong(task -> task.number);
    return tasks.values().stream()
        .filter(this::isDue)
        .filter(task -> !idle(task).isEmpty())
        .min(order)
        .map(task -> new Pair(task, idle(task).getFirst()));
  }

  private boolean isDue(Task task) {
    Job job = task.job;
    return task.state == State.READY
        && task.notBefore <= now
        && job.paused == Paused.NO
        && job.isOpen()
        && (job.most.isEmpty() || running(job) < job.most.getAsInt());
  }

  private List<Worker> idle(Task task) {
    return workers.values().stream()
        .filter(worker -> worker.kinds.contains(task.kind) && worker.isIdle(now))
        .sorted(Comparator.comparing((Worker worker) -> worker.id.equals(task.failedOn)))
        .toList();
  }

  private long running(Job job, TaskKind kind) {
    return of(job).stream()
        .filter(task -> task.kind == kind && task.state == State.RUNNING)
        .count();
  }

  private long running(Job job) {
    return of(job).stream().filter(task -> task.state == State.RUNNING).count();
  }

  Collection<Task> of(Job job) {
    return tasks.values().stream().filter(task -> task.job == job).toList();
  }

  Attempt open(Pair pair) {
    Task task = pair.task();
    Attempt attempt =
        new Attempt(task, task.attempts.size() + 1, pair.worker(), now + LEASE);
    task.attempts.add(attempt);
    task.state = State.RUNNING;
    pair.worker().inHand = attempt;
    return attempt;
  }

  void register(Worker worker, UUID incarnation, boolean working) {
    boolean same = worker.incarnation.equals(incarnation);
    worker.seen = now;
    if (!same || !working) {
      worker.unavailableUntil = now;
    }
    if (!same) {
      worker.incarnation = incarnation;
      worker.shunned = NEVER;
      worker.draining = false;
      worker.failed.clear();
      worker.quarantines = 0;
      worker.quarantinedUntil = NEVER;
      Attempt lost = worker.inHand;
      if (lost != null) {
        lose(lost);
      }
    }
  }

  boolean owns(Attempt attempt) {
    return attempt.end == End.NONE && now < attempt.leaseUntil;
  }

  Instruction heartbeat(Attempt attempt) {
    if (owns(attempt)) {
      attempt.leaseUntil = now + LEASE;
      return attempt.task.job.paused == Paused.BY_USER ? Instruction.PAUSE : Instruction.CONTINUE;
    }
    return attempt.end == End.CANCELLED ? Instruction.CANCEL : Instruction.LOST;
  }

  Verdict checkpoint(Attempt attempt, long step) {
    if (!owns(attempt)) {
      return Verdict.STALE;
    }
    if (step >= attempt.task.checkpoint) {
      attempt.task.checkpoint = step;
      attempt.task.lost = 0;
    }
    return Verdict.ACCEPTED;
  }

  Verdict succeed(Attempt attempt, Object result) {
    if (!owns(attempt)) {
      return late(attempt, result);
    }
    Worker worker = attempt.worker;
    end(attempt, End.SUCCEEDED, result);
    worker.failed.clear();
    worker.quarantines = 0;
    worker.quarantinedUntil = NEVER;
    attempt.task.state = State.SUCCEEDED;
    attempt.task.accepted++;
    return Verdict.ACCEPTED;
  }

  Verdict fail(Attempt attempt, FailureClass failureClass, Object failure) {
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

  private static Verdict late(Attempt attempt, Object outcome) {
    return switch (attempt.end) {
      case NONE, LOST, CANCELLED -> Verdict.STALE;
      case SUCCEEDED, FAILED ->
          outcome.equals(attempt.outcome) ? Verdict.REPEATED : Verdict.CONFLICTING;
    };
  }

  /** Its worker is gone. */
  void lose(Attempt attempt) {
    end(attempt, End.LOST, End.LOST);
    failed(attempt, FailureClass.LEASE_EXPIRED);
  }

  /** Its worker was busy. */
  void takeBack(Attempt attempt) {
    end(attempt, End.FAILED, "busy");
    failed(attempt, FailureClass.PREEMPTED);
  }

  void sweep() {
    tasks.values().stream()
        .sorted(Comparator.comparing((Task task) -> task.id.toString()))
        .flatMap(task -> task.running().stream())
        .filter(attempt -> attempt.leaseUntil <= now)
        .toList()
        .forEach(this::lose);
  }

  private void end(Attempt attempt, End end, Object outcome) {
    attempt.end = end;
    attempt.outcome = outcome;
    if (attempt.worker.inHand == attempt) {
      attempt.worker.inHand = null;
    }
  }

  private void failed(Attempt attempt, FailureClass failureClass) {
    Task task = attempt.task;
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
      case OUT_OF_MEMORY, INVALID, DIVERGED -> again(task, false, 0);
    }
  }

  private void again(Task task, boolean mayTry, long pause) {
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

  private void blame(Attempt attempt) {
    Worker worker = attempt.worker;
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
      worker.failed.clear();
    }
  }

  void pause(Job job) {
    if (job.paused == Paused.BY_USER) {
      return;
    }
    job.paused = Paused.BY_USER;
    for (Task task : of(job)) {
      if (!task.kind.hasCheckpoints()) {
        task.running().ifPresent(this::takeBack);
      }
    }
  }

  void resume(Job job) {
    job.paused = Paused.NO;
    for (Task task : of(job)) {
      if (task.state == State.FAILED) {
        task.state = State.READY;
        task.failures = 0;
        task.lost = 0;
        task.notBefore = now;
      }
    }
  }

  void cancel(Job job) {
    job.cancelled = true;
    for (Task task : of(job)) {
      task.running().ifPresent(attempt -> end(attempt, End.CANCELLED, End.CANCELLED));
      if (task.state == State.READY || task.state == State.RUNNING) {
        task.state = State.CANCELLED;
      }
    }
  }
}
