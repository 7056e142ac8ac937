package io.tamnas.search.specification;

import io.tamnas.protocol.dataset.DatasetReference;
import io.tamnas.protocol.evaluation.EvaluationProtocol;
import io.tamnas.protocol.training.TrainingSettings;
import io.tamnas.space.SearchSpace;
import java.util.Optional;

/**
 * A search job in full: checked, with every default filled in and the search space resolved for the
 * data set.
 *
 * @param name a label for people; no part of the digest
 * @param training how the supernet comes about; not used where one is given
 * @param latency empty where the search needs no latencies
 * @param finalists what becomes of the last front; of a job without finalists only their defaults
 * @param correlation of a job without subnets for it only the defaults
 * @param supernet SHA-256 of a trained supernet's artifact to search instead of training one
 * @param origin the population that it begins with; absent: one that is drawn
 */
public record SearchJobSpecification(
    String name,
    long seed,
    DatasetReference dataset,
    SearchSpace space,
    TrainingSettings training,
    SearchSettings search,
    EvaluationProtocol evaluation,
    Optional<LatencySettings> latency,
    FinalistSettings finalists,
    CorrelationSettings correlation,
    Optional<String> supernet,
    Optional<Origin> origin) {

  /** Every setting, defaults included, as one line of JSON with fixed order of members. */
  public String canonicalJson() {
    return CanonicalForm.json(this);
  }

  /** SHA-256, in lower-case hexadecimal, of the canonical form without the name. */
  public String digest() {
    return CanonicalForm.digest(this);
  }
}
