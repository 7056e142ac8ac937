package io.tamnas.search.transfer;

import java.util.UUID;

/** The job's front has too few subnets yet to be compared with one another. */
public final class FrontTooSmall extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public FrontTooSmall(UUID job, int size) {
    super(
        "the front of search job %s has %d measured subnets now, a matrix needs 2; ask again later,"
                .formatted(job, size)
            + " or name genotypes");
  }
}
