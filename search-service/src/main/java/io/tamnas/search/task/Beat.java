package io.tamnas.search.task;

import java.util.UUID;

/**
 * A sign of life.
 *
 * @param progress from 0 to 1
 */
record Beat(Of of, double progress) {

  /** Whose it is. */
  record Of(UUID task, int attempt) {}
}
