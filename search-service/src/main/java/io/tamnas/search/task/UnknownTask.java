package io.tamnas.search.task;

import java.util.UUID;

/** No task has that id. */
public final class UnknownTask extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public UnknownTask(UUID task) {
    super("there is no task " + task);
  }
}
