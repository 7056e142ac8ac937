package io.tamnas.search.reevaluation;

import io.tamnas.protocol.task.FailureClass;
import io.tamnas.search.measurement.Measurement;
import io.tamnas.space.Genotype;
import org.jspecify.annotations.Nullable;

/**
 * One of the subnets of a re-evaluation as it is stored.
 *
 * @param measurement absent until it is measured
 * @param failure absent where it has not failed
 */
record StoredSubnet(
    Genotype genotype, @Nullable Measurement measurement, @Nullable Failure failure) {

  /** Why it has failed for good. */
  record Failure(FailureClass failureClass, String reason) {}
}
