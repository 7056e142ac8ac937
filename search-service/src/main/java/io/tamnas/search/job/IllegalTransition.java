package io.tamnas.search.job;

import java.util.UUID;

/** A step that the job's state does not allow. */
public final class IllegalTransition extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public IllegalTransition(UUID job, JobState from, JobState to) {
    super("job " + job + " is " + from + " and cannot become " + to);
  }
}
