package io.tamnas.benchmarks.load.scenario;

import java.util.Collection;
import java.util.List;

/** Observed numbers, at least one, in order. */
record Sample(List<Double> sorted) {
  Sample {
    sorted = List.copyOf(sorted);
  }

  static Sample of(Collection<Double> values) {
    return new Sample(values.stream().sorted().toList());
  }

  /** The least that a share of them does not exceed. */
  double quantile(double share) {
    return sorted.get(Math.max(0, (int) Math.ceil(share * sorted.size()) - 1));
  }

  double median() {
    return quantile(0.5);
  }

  double greatest() {
    return sorted.getLast();
  }
}
