package io.tamnas.search.job;

import java.util.UUID;

/** An idempotency key came with another body before. */
public final class IdempotencyKeyReused extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public IdempotencyKeyReused(UUID job) {
    super(
        "this Idempotency-Key created search job "
            + job
            + " from another body; use a new key for a new job");
  }

  public IdempotencyKeyReused(UUID job, int matrix) {
    super(
        "this Idempotency-Key created transfer matrix "
            + matrix
            + " of search job "
            + job
            + " from another body; use a new key for a new matrix");
  }
}
