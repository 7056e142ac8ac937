package io.tamnas.search.reevaluation;

import io.tamnas.search.correlation.RankCorrelation;
import io.tamnas.search.generation.Born;
import io.tamnas.search.generation.Evolution;
import io.tamnas.search.latency.Latency;
import io.tamnas.search.measurement.Measurement;
import io.tamnas.search.specification.SearchJobSpecification;
import io.tamnas.space.Genotype;
import io.tamnas.space.NetworkCost;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What another protocol changes: who is on the front, and in which order subnets stand. Of the
 * subnets that both have measured, or the new one alone.
 */
final class Comparison {

  private final List<Pair> pairs;

  /**
   * @param pairs each genotype once
   */
  Comparison(List<Pair> pairs) {
    this.pairs = List.copyOf(pairs);
  }

  /**
   * A subnet that was measured again.
   *
   * @param first absent where the search did not measure it
   * @param latency that the search measured; absent where it did not
   */
  record Pair(
      Genotype genotype,
      @Nullable Measurement first,
      Measurement again,
      @Nullable Latency latency) {

    /** Of a search that takes no latencies. */
    Pair(Genotype genotype, @Nullable Measurement first, Measurement again) {
      this(genotype, first, again, null);
    }

    /** Whether all is known that the job's objectives and constraints want. */
    boolean isComparable(SearchJobSpecification job) {
      return latency != null || !job.search().wantsLatency();
    }
  }

  /**
   * Those that keep the job's constraints and that none of the others beats in everything; of those
   * that are comparable.
   */
  Set<Genotype> nondominated(SearchJobSpecification job) {
    List<Born> measured = new ArrayList<>();
    for (Pair pair : pairs.stream().filter(one -> one.isComparable(job)).toList()) {
      measured.add(
          new Born(
              0,
              measured.size(),
              pair.genotype(),
              List.of(),
              NetworkCost.of(job.space(), pair.genotype()),
              pair.again(),
              pair.latency()));
    }
    Set<Genotype> front = new TreeSet<>();
    new Evolution(job).front(measured).forEach(member -> front.add(member.born().genotype()));
    return front;
  }

  /** Of accuracies under attack; empty where fewer than two subnets have both. */
  Optional<RankCorrelation> order() {
    List<Double> first = new ArrayList<>();
    List<Double> again = new ArrayList<>();
    for (Pair pair : pairs) {
      Measurement before = pair.first();
      if (before != null) {
        first.add(before.adversarialAccuracy());
        again.add(pair.again().adversarialAccuracy());
      }
    }
    return first.size() < 2 ? Optional.empty() : Optional.of(RankCorrelation.of(first, again));
  }
}
