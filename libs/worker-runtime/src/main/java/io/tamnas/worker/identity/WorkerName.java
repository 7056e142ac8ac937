package io.tamnas.worker.identity;

import io.tamnas.worker.start.CannotStartException;

/**
 * The id under which a worker registers. A process that comes back under the id of an earlier one
 * ends that one's attempts.
 */
public record WorkerName(String id) {
  public WorkerName {
    if (!id.matches("[A-Za-z0-9._-]{1,100}")) {
      throw new CannotStartException(
          "tamnas.worker.id consists of 1 to 100 letters, digits, dots, dashes and underscores,"
              + " not '"
              + id
              + "'");
    }
  }
}
