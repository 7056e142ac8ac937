package io.tamnas.chaos.job;

import io.tamnas.quickstart.job.JobStatus;
import io.tamnas.quickstart.job.JobStatus.State;

/**
 * How far a job is.
 *
 * @param measured how many subnets are measured
 * @param share of the phase, in [0, 1]; falls where an attempt is lost
 */
public record Standing(State state, int measured, double share) {

  /** Before anything was asked. */
  public static final Standing START = new Standing(State.QUEUED, 0, 0);

  static Standing of(JobStatus status) {
    return new Standing(status.state(), status.measured(), status.phaseProgress());
  }

  /** Whether work was done since then. */
  public boolean isBeyond(Standing earlier) {
    return state.compareTo(earlier.state) > 0
        || measured > earlier.measured
        || (state == earlier.state && share > earlier.share);
  }

  /** Whether the phase is this far, or over. */
  public boolean hasReached(State phase, double wanted) {
    return state.compareTo(phase) > 0 || (state == phase && share >= wanted);
  }

  public boolean isEnd() {
    return state.isEnd();
  }
}
