package io.tamnas.worker.attempt;

import io.tamnas.protocol.task.TaskAssignment;
import io.tamnas.protocol.worker.WorkerRegistration.AttemptReference;
import io.tamnas.worker.task.StopReason;
import io.tamnas.worker.task.TaskStopped;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One attempt at a task: how far it is, and whether somebody wants it to stop. Thread-safe. */
public final class Attempt {
  private final TaskAssignment assignment;
  private final Signal changed = new Signal();
  private volatile double progress;
  private volatile Stage stage = Stage.WORKING;
  private volatile @Nullable StopReason stop;

  /** The life of an attempt. */
  public enum Stage {
    WORKING,
    /** The work is over, one way or another; the service is being told. */
    REPORTING,
    ENDED
  }

  public Attempt(TaskAssignment assignment) {
    this.assignment = assignment;
  }

  public TaskAssignment assignment() {
    return assignment;
  }

  public AttemptReference reference() {
    return new AttemptReference(assignment.task(), assignment.attempt());
  }

  public Duration lease() {
    return Duration.ofSeconds(assignment.leaseSeconds());
  }

  /** How far the work is, in [0, 1]. */
  public double progress() {
    return progress;
  }

  void progress(double share) {
    progress = Math.clamp(share, 0.0, 1.0);
  }

  public Stage stage() {
    return stage;
  }

  void enter(Stage next) {
    stage = next;
    changed.raise();
  }

  /** Asks the attempt to stop; the first reason stands, unless a later one makes it void. */
  public synchronized void stop(StopReason reason) {
    if (stop == null || (reason.isVoid() && !stop.isVoid())) {
      stop = reason;
    }
    changed.raise();
  }

  /** Why the attempt shall stop, where it shall. */
  public Optional<StopReason> stop() {
    return Optional.ofNullable(stop);
  }

  boolean isVoid() {
    StopReason reason = stop;
    return reason != null && reason.isVoid();
  }

  /**
   * Waits that long.
   *
   * @throws TaskStopped as soon as the attempt is void
   */
  void pause(Duration duration) {
    changed.await(duration, this::isVoid);
    requireValid();
  }

  /**
   * Returns while the attempt is not void.
   *
   * @throws TaskStopped where it is
   */
  void requireValid() {
    StopReason reason = stop;
    if (reason != null && reason.isVoid()) {
      throw new TaskStopped(reason);
    }
  }

  /** Waits until the attempt has ended, at most that long, and answers whether it has. */
  public boolean awaitEnd(Duration atMost) {
    return changed.await(atMost, () -> stage == Stage.ENDED);
  }
}
