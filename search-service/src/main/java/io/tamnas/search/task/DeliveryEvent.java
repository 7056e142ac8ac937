package io.tamnas.search.task;

import io.tamnas.protocol.task.TaskKind;
import java.time.Duration;

/**
 * A worker was offered a task.
 *
 * @param waited from the time the task was ready until a worker was chosen, by the database's clock
 *     against the service's
 * @param took from there until the worker's answer
 */
public record DeliveryEvent(TaskKind kind, Answer answer, Duration waited, Duration took) {

  /** What came of it. */
  public enum Answer {
    ACCEPTED,
    BUSY,
    UNREACHABLE,
    REFUSED
  }
}
