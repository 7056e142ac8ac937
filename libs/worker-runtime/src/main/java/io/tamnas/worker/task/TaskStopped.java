package io.tamnas.worker.task;

/** Ends the work of an attempt early; not a failure. */
public final class TaskStopped extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final StopReason reason;

  public TaskStopped(StopReason reason) {
    super("stopped: " + reason, null, false, false);
    this.reason = reason;
  }

  public StopReason reason() {
    return reason;
  }
}
