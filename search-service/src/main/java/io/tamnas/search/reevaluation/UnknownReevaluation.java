package io.tamnas.search.reevaluation;

import java.util.UUID;

/** The job has no re-evaluation of that number. */
public final class UnknownReevaluation extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public UnknownReevaluation(UUID job, int number) {
    super("search job %s has no re-evaluation %d".formatted(job, number));
  }
}
