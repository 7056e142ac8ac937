package io.tamnas.search.job;

import java.util.UUID;

/** The job is not any more what the client wants to change. */
public final class ConditionFailed extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public ConditionFailed(UUID job) {
    super(
        "search job "
            + job
            + " has changed since; If-Match must have the ETag of GET /api/v1/search-jobs/"
            + job);
  }
}
