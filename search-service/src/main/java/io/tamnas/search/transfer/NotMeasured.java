package io.tamnas.search.transfer;

import java.util.UUID;

/** The matrix has no numbers yet that could be drawn. */
public final class NotMeasured extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public NotMeasured(UUID job, int number, TransferState state) {
    super(
        "transfer matrix %d of search job %s is %s; there is a picture once it is SUCCEEDED"
            .formatted(number, job, state));
  }
}
