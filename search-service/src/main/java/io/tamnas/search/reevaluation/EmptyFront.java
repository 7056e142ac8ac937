package io.tamnas.search.reevaluation;

import java.util.UUID;

/** Nothing is on the job's front yet. */
public final class EmptyFront extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public EmptyFront(UUID job) {
    super(
        "nothing is on the front of search job %s yet: no feasible subnet is measured; ask again later, or name genotypes"
            .formatted(job));
  }
}
