package io.tamnas.search.job;

import java.util.UUID;

/** No job has that id. */
public final class UnknownJob extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public UnknownJob(UUID job) {
    super("there is no search job " + job);
  }
}
