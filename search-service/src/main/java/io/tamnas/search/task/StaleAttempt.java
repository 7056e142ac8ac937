package io.tamnas.search.task;

import java.util.UUID;

/** An attempt that does not own its task, or no more. */
public final class StaleAttempt extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public StaleAttempt(UUID task, int attempt) {
    super("attempt " + attempt + " at task " + task + " does not own it; nothing was changed");
  }
}
