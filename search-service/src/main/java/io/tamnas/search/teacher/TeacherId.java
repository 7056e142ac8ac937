package io.tamnas.search.teacher;

import io.tamnas.protocol.task.TaskKind;
import io.tamnas.search.task.Task;
import java.util.Optional;
import java.util.UUID;

/**
 * A teacher that a job trains.
 *
 * @param number of the job's teachers, from 1
 */
public record TeacherId(UUID job, int number) {

  private static final String PREFIX = "teacher/";

  /** What its task is about, such as {@code teacher/1}. */
  public String subject() {
    return PREFIX + number;
  }

  /** The teacher that a task trains; empty where it does something else. */
  public static Optional<TeacherId> of(Task task) {
    return task.work().kind() == TaskKind.TRAIN_SUBNET && task.subject().startsWith(PREFIX)
        ? Optional.of(
            new TeacherId(task.job(), Integer.parseInt(task.subject().substring(PREFIX.length()))))
        : Optional.empty();
  }
}
