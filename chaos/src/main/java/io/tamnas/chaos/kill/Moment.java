package io.tamnas.chaos.kill;

import io.tamnas.quickstart.job.JobStatus.State;

/**
 * When a disturbance happens.
 *
 * @param phase of the job
 * @param share of it that is done, in [0, 1)
 * @param within what the processes are doing just then
 */
public record Moment(State phase, double share, Within within) {
  public Moment {
    if (share < 0 || share >= 1) {
      throw new IllegalArgumentException("a share of a phase is in [0, 1), not " + share);
    }
  }

  /** What goes on. */
  public enum Within {
    /** Whatever they do. */
    ANYTHING,
    /** The next upload of an artifact by the trainer after that: half of it has arrived. */
    UPLOAD
  }
}
