package io.tamnas.search.probe;

import io.tamnas.protocol.task.FailureClass;
import io.tamnas.protocol.task.TaskResult.NetworkMeasured;
import io.tamnas.protocol.task.TaskResult.SubnetTrained;
import io.tamnas.space.Genotype;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A probe as it is stored: the results that there are, or why there will be none. */
record StoredProbe(
    ProbeId id,
    Genotype genotype,
    @Nullable SubnetTrained trained,
    @Nullable NetworkMeasured measured,
    @Nullable Failure failure,
    @Nullable Instant endedAt) {

  /** Why it has failed for good. */
  record Failure(FailureClass failureClass, String reason) {}

  /** Whether nothing more becomes of it. */
  boolean isEnded() {
    return endedAt != null;
  }
}
