package io.tamnas.search.front;

import io.tamnas.search.generation.Born;
import io.tamnas.search.generation.Evolution;
import io.tamnas.search.generation.Ranked;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The hypervolume of the first measurements, over their number. */
final class VolumeSteps {

  /** More than that are too close together to be told apart in a chart. */
  private static final int MOST = 100;

  private VolumeSteps() {}

  /**
   * After each measurement, or at equal distances where there are many; after the last one always.
   *
   * @param reference the reference point
   * @param measured in the order of measuring
   */
  static List<Baseline.Step> of(
      Evolution evolution, Map<String, Double> reference, List<Born> measured) {
    List<Baseline.Step> steps = new ArrayList<>();
    List<Born> front = List.of();
    int seen = 0;
    int count = Math.min(MOST, measured.size());
    for (int step = 1; step <= count; step++) {
      int next = Math.toIntExact((long) step * measured.size() / count);
      List<Born> candidates = new ArrayList<>(front);
      candidates.addAll(measured.subList(seen, next));
      front = evolution.front(candidates).stream().map(Ranked::born).toList();
      steps.add(new Baseline.Step(next, evolution.hypervolume(front, reference)));
      seen = next;
    }
    return steps;
  }
}
