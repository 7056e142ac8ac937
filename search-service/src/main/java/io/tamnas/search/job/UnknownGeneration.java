package io.tamnas.search.job;

import java.util.UUID;

/** The job has no such generation, or not yet. */
public final class UnknownGeneration extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public UnknownGeneration(UUID job, int number) {
    super("search job " + job + " has no generation " + number + " (yet)");
  }
}
