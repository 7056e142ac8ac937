package io.tamnas.search.job;

import java.util.UUID;

/** The job has no trained supernet whose subnets could be measured. */
public final class NoSupernet extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public NoSupernet(UUID job, JobState state) {
    super(
        "search job "
            + job
            + " is "
            + state
            + " and has no trained supernet"
            + (state.isEnd()
                ? "; ask a job that has one"
                : "; ask again when its status names one, from SEARCHING on"));
  }
}
