package io.tamnas.search.teacher;

import io.tamnas.protocol.task.FailureClass;
import io.tamnas.protocol.task.TaskResult.SubnetTrained;
import io.tamnas.search.specification.TeacherSettings;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A teacher that a job trains, as it is stored: its result, or why there will be none. */
public record StoredTeacher(
    TeacherId id,
    TeacherSettings.Trained settings,
    @Nullable SubnetTrained trained,
    @Nullable Failure failure,
    @Nullable Instant endedAt) {

  /** Why it has failed for good. */
  public record Failure(FailureClass failureClass, String reason) {}

  /** Whether nothing more becomes of it. */
  public boolean isEnded() {
    return endedAt != null;
  }
}
