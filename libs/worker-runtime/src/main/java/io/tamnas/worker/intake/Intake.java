package io.tamnas.worker.intake;

import io.tamnas.protocol.task.TaskAssignment;
import io.tamnas.protocol.task.TaskKind;
import io.tamnas.protocol.worker.RegistrationAnswer.Directive;
import io.tamnas.protocol.worker.WorkerRegistration.AttemptReference;
import io.tamnas.worker.attempt.Attempt;
import io.tamnas.worker.attempt.AttemptLife;
import io.tamnas.worker.task.StopReason;
import io.tamnas.worker.task.TaskRunner;
import io.tamnas.worker.task.TaskRunner.Interruption;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one place of a worker: at most one attempt at a time is in it. An attempt that is offered
 * again is taken as known and not begun a second time, whether it still runs or has ended.
 * Thread-safe.
 */
public final class Intake {
  private static final Logger log = LoggerFactory.getLogger(Intake.class);

  private final Map<TaskKind, TaskRunner> runners = new EnumMap<>(TaskKind.class);
  private final AttemptLife life;
  private final KnownAttempts known = new KnownAttempts();
  private Door door = Door.OPEN;
  private @Nullable Attempt current;
  private volatile Runnable listener = () -> {};

  /** What became of an offer. */
  public enum Decision {
    BEGUN,
    KNOWN,
    BUSY,
    STALE
  }

  private enum Door {
    OPEN,
    /** The service wants no more tasks to be taken; it may want them again. */
    DRAINING,
    /** The process ends. */
    CLOSED
  }

  public Intake(List<TaskRunner> runners, AttemptLife life) {
    this.life = life;
    for (TaskRunner runner : runners) {
      runner.kinds().forEach(kind -> add(kind, runner));
    }
  }

  private void add(TaskKind kind, TaskRunner runner) {
    TaskRunner other = runners.putIfAbsent(kind, runner);
    if (other != null) {
      throw new IllegalArgumentException(
          "one runner per kind is wanted; " + kind + " has " + other + " and " + runner);
    }
  }

  /** What may be offered. */
  public Set<TaskKind> kinds() {
    return Set.copyOf(runners.keySet());
  }

  /** Calls back whenever an attempt has begun or ended. */
  public void onChange(Runnable listener) {
    this.listener = listener;
  }

  /**
   * Begins the attempt, unless it is known already or there is no place.
   *
   * @param assignment of a kind that is in {@link #kinds()}
   */
  public synchronized Decision offer(TaskAssignment assignment) {
    int latest = known.latest(assignment.task());
    if (assignment.attempt() <= latest) {
      return assignment.attempt() == latest ? Decision.KNOWN : Decision.STALE;
    }
    Attempt running = current;
    if (running != null || door != Door.OPEN) {
      endIfSuperseded(running, assignment);
      return Decision.BUSY;
    }
    begin(assignment);
    return Decision.BEGUN;
  }

  private static void endIfSuperseded(@Nullable Attempt running, TaskAssignment newer) {
    if (running != null && running.assignment().task().equals(newer.task())) {
      running.stop(StopReason.LOST);
    }
  }

  private void begin(TaskAssignment assignment) {
    TaskRunner runner = runner(assignment.work().kind());
    Attempt attempt = new Attempt(assignment);
    known.add(attempt.reference());
    current = attempt;
    life.begin(attempt, runner, this::ended);
    listener.run();
  }

  private void ended() {
    synchronized (this) {
      current = null;
    }
    listener.run();
  }

  private TaskRunner runner(TaskKind kind) {
    TaskRunner runner = runners.get(kind);
    if (runner == null) {
      throw new IllegalArgumentException("this worker does " + kinds() + ", not " + kind);
    }
    return runner;
  }

  /** Stops what runs of the task; where nothing does, there is nothing to do. */
  public void cancel(UUID task) {
    cancel(task, Integer.MAX_VALUE);
  }

  /** Stops the attempt at the task that runs, unless it is later than the given one. */
  public void cancel(UUID task, int last) {
    inHand()
        .filter(attempt -> attempt.assignment().task().equals(task))
        .filter(attempt -> attempt.assignment().attempt() <= last)
        .ifPresent(attempt -> attempt.stop(StopReason.CANCELLED));
  }

  /** The attempt in hand. */
  public Optional<AttemptReference> current() {
    return inHand().map(Attempt::reference);
  }

  /** Whether there is nothing in hand and nothing will be taken any more. */
  public synchronized boolean isClosed() {
    return door == Door.CLOSED && current == null;
  }

  private synchronized Optional<Attempt> inHand() {
    return Optional.ofNullable(current);
  }

  /** Obeys the service: take tasks, or finish the one in hand and take no other. */
  public synchronized void obey(Directive directive) {
    if (door == Door.CLOSED) {
      return;
    }
    Door wanted =
        switch (directive) {
          case WORK -> Door.OPEN;
          case DRAIN -> Door.DRAINING;
        };
    if (door != wanted) {
      log.info("the search service wants this worker to {}", directive);
      door = wanted;
    }
  }

  /**
   * Takes no task any more, and lets go of the one in hand: after a checkpoint, or after a short
   * time to finish where it has none. Answers whether it is safe.
   *
   * @param finish how long a task without checkpoints may still take
   * @param timeout how long to wait for the end of the attempt in all
   */
  public boolean drain(Duration finish, Duration timeout) {
    synchronized (this) {
      door = Door.CLOSED;
    }
    return inHand().map(attempt -> release(attempt, finish, timeout)).orElse(true);
  }

  private boolean release(Attempt attempt, Duration finish, Duration timeout) {
    log.info("letting go of task {}", attempt.assignment().task());
    Duration grace = isInterruptedAtOnce(attempt) ? finish : Duration.ZERO;
    if (attempt.awaitEnd(grace)) {
      return true;
    }
    attempt.stop(StopReason.PREEMPTED);
    return attempt.awaitEnd(timeout.minus(grace));
  }

  private boolean isInterruptedAtOnce(Attempt attempt) {
    return runner(attempt.assignment().work().kind()).interruption() == Interruption.AT_ONCE;
  }
}
