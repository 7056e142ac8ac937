package io.tamnas.search.task;

/**
 * Where a task is.
 *
 * @param progress of its newest attempt, in [0, 1]
 */
public record TaskStanding(State state, double progress) {

  /** The states of a task. */
  public enum State {
    /** Waits for a worker, for the first time or again. */
    READY,
    RUNNING,
    SUCCEEDED,
    /** For good. */
    FAILED,
    CANCELLED
  }
}
