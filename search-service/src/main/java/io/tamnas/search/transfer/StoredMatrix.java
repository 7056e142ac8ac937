package io.tamnas.search.transfer;

import io.tamnas.protocol.task.FailureClass;
import io.tamnas.protocol.task.TaskResult.TransferMeasured;
import io.tamnas.protocol.task.Work;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A transfer matrix as it is stored.
 *
 * @param number from 1 per job
 * @param result absent until it is measured
 * @param failure absent where it has not failed
 */
record StoredMatrix(
    UUID job,
    int number,
    Work.TransferMatrix work,
    @Nullable TransferMeasured result,
    @Nullable Failure failure,
    Instant createdAt,
    @Nullable Instant endedAt) {

  /** Why it has failed for good. */
  record Failure(FailureClass failureClass, String reason) {}
}
