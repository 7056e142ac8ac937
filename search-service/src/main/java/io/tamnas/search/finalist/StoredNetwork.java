package io.tamnas.search.finalist;

import io.tamnas.protocol.task.FailureClass;
import io.tamnas.protocol.task.TaskResult.NetworkExported;
import io.tamnas.protocol.task.TaskResult.NetworkMeasured;
import io.tamnas.protocol.task.TaskResult.SubnetTrained;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A finalist's network as it is stored: the results that there are, or why there will be none. */
record StoredNetwork(
    NetworkId id,
    @Nullable SubnetTrained trained,
    @Nullable NetworkMeasured validated,
    @Nullable NetworkExported exported,
    @Nullable Failure failure,
    @Nullable Instant endedAt) {

  /** Why it has failed for good. */
  record Failure(FailureClass failureClass, String reason) {}

  /** Whether nothing more becomes of it. */
  boolean isEnded() {
    return endedAt != null;
  }
}
