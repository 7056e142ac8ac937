package io.tamnas.search.front;

import io.tamnas.search.generation.Born;
import io.tamnas.search.generation.Evolution;
import io.tamnas.search.generation.Ranked;
import io.tamnas.search.measurement.Measurement;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.TreeSet;

/**
 * The front of what was measured up to a moment. Who is not on it will never be: later individuals
 * are compared with its members alone.
 *
 * @param environments where all that was measured was measured, by name
 */
record FrontSoFar(List<Ranked> members, List<String> environments) {

  static final FrontSoFar NOTHING = new FrontSoFar(List.of(), List.of());

  FrontSoFar {
    members = List.copyOf(members);
    environments = List.copyOf(environments);
  }

  /** With others that were born later, each genotype once. */
  FrontSoFar with(List<Born> later, Evolution evolution) {
    List<Born> all = new ArrayList<>(born());
    all.addAll(later);
    NavigableSet<String> where = new TreeSet<>(environments);
    later.stream()
        .map(Born::measurement)
        .filter(Objects::nonNull)
        .map(Measurement::numericEnvironment)
        .forEach(where::add);
    return new FrontSoFar(evolution.front(all), List.copyOf(where));
  }

  List<Born> born() {
    return members.stream().map(Ranked::born).toList();
  }
}
