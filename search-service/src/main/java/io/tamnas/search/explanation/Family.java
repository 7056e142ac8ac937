package io.tamnas.search.explanation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The p values of tests that are adjusted together; equal ones become equal. */
final class Family {

  private final Map<Double, Double> adjusted = new HashMap<>();

  Family(List<Double> values) {
    double[] all = BenjaminiHochberg.adjusted(values);
    for (int i = 0; i < all.length; i++) {
      adjusted.put(values.get(i), all[i]);
    }
  }

  /** What was found by one of them. */
  Significance of(double p) {
    return Significance.of(p, Objects.requireNonNull(adjusted.get(p)));
  }
}
