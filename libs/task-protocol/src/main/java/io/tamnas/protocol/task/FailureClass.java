package io.tamnas.protocol.task;

/** Why an attempt failed; it decides what happens next. */
public enum FailureClass {
  /** The specification or the data is at fault: never retried. */
  INVALID,
  /** The training produced no numbers any more: not retried. */
  DIVERGED,
  /** Memory did not suffice. */
  OUT_OF_MEMORY,
  /** Network, disk or a defect of the worker: retried with backoff, a limited number of times. */
  INFRASTRUCTURE,
  /** No heartbeat came in time: retried, does not count. Found by the service alone. */
  LEASE_EXPIRED,
  /** The worker had to let go: retried at once, does not count. */
  PREEMPTED
}
