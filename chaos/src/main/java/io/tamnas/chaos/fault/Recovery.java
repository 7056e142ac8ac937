package io.tamnas.chaos.fault;

import io.tamnas.chaos.cluster.Haste;
import io.tamnas.chaos.job.Standing;
import java.time.Duration;

/**
 * A fault that was made.
 *
 * @param at where the job was when it began
 * @param recovery from the end of the fault to the next progress of the job
 */
public record Recovery(Trial trial, Standing at, Duration recovery) {

  /** The longest that it may take. */
  public static final Duration LIMIT = Haste.LEASE.multipliedBy(2);

  public boolean isInTime() {
    return recovery.compareTo(LIMIT) <= 0;
  }
}
