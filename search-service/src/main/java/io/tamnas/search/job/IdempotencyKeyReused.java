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

  /**
   * @param what such as {@code transfer matrix}
   */
  public IdempotencyKeyReused(UUID job, String what, int number) {
    super(
        "this Idempotency-Key created %s %d of search job %s from another body; use a new key for"
                .formatted(what, number, job)
            + " another one");
  }
}
