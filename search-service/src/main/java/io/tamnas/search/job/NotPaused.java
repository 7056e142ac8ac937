package io.tamnas.search.job;

import java.util.UUID;

/** Only a paused job can be resumed. */
public final class NotPaused extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public NotPaused(UUID job, JobState state) {
    super("search job " + job + " is " + state + "; only a PAUSED one can be resumed or retried");
  }
}
