package io.tamnas.search.transfer;

import java.util.UUID;

/** The job has no transfer matrix of that number. */
public final class UnknownMatrix extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public UnknownMatrix(UUID job, int number) {
    super("search job " + job + " has no transfer matrix " + number);
  }
}
