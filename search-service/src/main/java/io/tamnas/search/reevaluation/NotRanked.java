package io.tamnas.search.reevaluation;

import java.util.UUID;

/** The generation has no front yet. */
public final class NotRanked extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public NotRanked(UUID job, int generation) {
    super(
        "generation %d of search job %s is not ranked yet; ask again when it is, or name genotypes"
            .formatted(generation, job));
  }
}
