package io.tamnas.search.reevaluation;

import io.tamnas.protocol.evaluation.EvaluationProtocol;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A re-evaluation as it is stored.
 *
 * @param number from 1 per job
 * @param subnets in the order in which they were asked for
 * @param endedAt absent until it has ended
 */
record StoredReevaluation(
    UUID job,
    int number,
    EvaluationProtocol protocol,
    List<StoredSubnet> subnets,
    Instant createdAt,
    @Nullable Instant endedAt) {
  StoredReevaluation {
    subnets = List.copyOf(subnets);
  }

  SubnetId id(StoredSubnet subnet) {
    return new SubnetId(job, number, subnet.genotype());
  }
}
