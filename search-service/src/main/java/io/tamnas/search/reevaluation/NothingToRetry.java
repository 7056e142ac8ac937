package io.tamnas.search.reevaluation;

import java.util.UUID;

/** No subnet of the re-evaluation would be tried again. */
public final class NothingToRetry extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public NothingToRetry(UUID job, int number) {
    super(
        "nothing of re-evaluation %d of search job %s is to be tried again: what is not measured is under way, or failed by INVALID or DIVERGED and would fail again"
            .formatted(number, job));
  }
}
