package io.tamnas.search.generation;

import io.tamnas.search.latency.Latency;
import io.tamnas.search.specification.ObjectiveName;
import io.tamnas.search.specification.SearchJobSpecification;
import io.tamnas.space.NetworkCost;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Up to where hypervolumes are measured: no accuracy, at the costs of the space's largest subnet.
 * No formula bounds a latency, so it is twice that of the largest subnet, which leaves room for
 * blocks that are slower than their multiply-adds say and for the scatter of measuring; what should
 * lie beyond adds nothing. It is stored with the job: the same for all its generations.
 */
public final class ReferencePoint {

  /** Of the largest subnet's latency. */
  private static final int LATENCY_FACTOR = 2;

  private ReferencePoint() {}

  /**
   * Per objective the worst that is reckoned with, in the objectives' order.
   *
   * @param ofLargest the latency of {@link LargestSubnet#genotype}; while it is not known, a
   *     latency is left out
   */
  public static Map<String, Double> of(
      SearchJobSpecification specification, Optional<Latency> ofLargest) {
    NetworkCost largest = LargestSubnet.cost(specification.space());
    Map<String, Double> point = new LinkedHashMap<>();
    for (ObjectiveName objective : specification.search().objectives()) {
      switch (objective) {
        case ADVERSARIAL_ACCURACY, CLEAN_ACCURACY -> point.put(objective.text(), 0.0);
        case PARAMETERS -> point.put(objective.text(), (double) largest.parameters());
        case MULTIPLY_ADDS -> point.put(objective.text(), (double) largest.multiplyAdds());
        case LATENCY ->
            ofLargest.ifPresent(
                latency -> point.put(objective.text(), LATENCY_FACTOR * latency.medianMillis()));
      }
    }
    return point;
  }
}
