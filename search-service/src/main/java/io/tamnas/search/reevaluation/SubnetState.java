package io.tamnas.search.reevaluation;

import io.swagger.v3.oas.annotations.media.Schema;
import io.tamnas.search.task.TaskStanding;
import org.jspecify.annotations.Nullable;

/** Where the measurement of one subnet is. */
@Schema(enumAsRef = true)
public enum SubnetState {
  /** Waits for an evaluator, for the first time or again. */
  QUEUED,
  RUNNING,
  MEASURED,
  /** For good, unless it is retried. */
  FAILED,
  CANCELLED;

  /** That of a stored subnet, whose task is there unless its measurement was known before. */
  static SubnetState of(StoredSubnet subnet, @Nullable TaskStanding task) {
    if (subnet.measurement() != null) {
      return MEASURED;
    }
    if (subnet.failure() != null) {
      return FAILED;
    }
    if (task == null) {
      throw new IllegalStateException("nobody was asked to measure " + subnet.genotype());
    }
    return switch (task.state()) {
      case READY -> QUEUED;
      case RUNNING -> RUNNING;
      case CANCELLED -> CANCELLED;
      case SUCCEEDED, FAILED ->
          throw new IllegalStateException(
              "the task about "
                  + subnet.genotype()
                  + " is "
                  + task.state()
                  + " without an outcome");
    };
  }
}
