package io.tamnas.worker.task;

/** Why an attempt ends before its work does. */
public enum StopReason {
  /** Nothing of it is wanted any more. */
  CANCELLED,
  /** Another attempt owns the task, or this one's lease is over. */
  LOST,
  /** The service wants the task to rest. */
  PAUSED,
  /** The worker has to go. */
  PREEMPTED;

  /** Whether nothing that the attempt still sends would count. */
  public boolean isVoid() {
    return this == CANCELLED || this == LOST;
  }
}
