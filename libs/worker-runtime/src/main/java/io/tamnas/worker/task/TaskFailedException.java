package io.tamnas.worker.task;

import io.tamnas.protocol.task.FailureClass;

/** A task failed, and its class is known. The message is for the user. */
public final class TaskFailedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final FailureClass failureClass;

  public TaskFailedException(FailureClass failureClass, String reason) {
    super(reason);
    this.failureClass = failureClass;
  }

  public TaskFailedException(FailureClass failureClass, String reason, Throwable cause) {
    super(reason, cause);
    this.failureClass = failureClass;
  }

  /** The specification or the data is at fault. */
  public static TaskFailedException invalid(String reason) {
    return new TaskFailedException(FailureClass.INVALID, reason);
  }

  public FailureClass failureClass() {
    return failureClass;
  }
}
