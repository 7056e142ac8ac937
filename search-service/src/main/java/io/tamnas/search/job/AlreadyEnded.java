package io.tamnas.search.job;

import java.util.UUID;

/** A job at its end cannot be cancelled. */
public final class AlreadyEnded extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public AlreadyEnded(UUID job, JobState state) {
    super("search job " + job + " is " + state + " already");
  }
}
