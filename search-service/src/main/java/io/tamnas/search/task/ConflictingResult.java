package io.tamnas.search.task;

import java.util.UUID;

/** An attempt that ended with another result before. */
public final class ConflictingResult extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public ConflictingResult(UUID task, int attempt) {
    super("attempt " + attempt + " at task " + task + " has ended otherwise before; that stands");
  }
}
