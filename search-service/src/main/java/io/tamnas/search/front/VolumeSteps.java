package io.tamnas.search.front;

import io.tamnas.search.generation.Born;
import io.tamnas.search.generation.Evolution;
import io.tamnas.search.generation.Ranked;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

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
      List<Born> candidates = both(front, measured.subList(seen, next));
      front = best(evolution, candidates);
      steps.add(new Baseline.Step(next, evolution.hypervolume(front, reference)));
      seen = next;
    }
    return steps;
  }

  /**
   * How many of the first measurements it takes to dominate more than a volume; empty where all of
   * them do not. Exact, also between two steps: more measurements never dominate less, so there it
   * is looked for by halving.
   *
   * @param steps of the same measurements
   */
  static OptionalInt firstAbove(
      Evolution evolution,
      Map<String, Double> reference,
      List<Born> measured,
      List<Baseline.Step> steps,
      double volume) {
    List<Born> front = List.of();
    int seen = 0;
    for (Baseline.Step step : steps) {
      List<Born> next = measured.subList(seen, step.measurements());
      if (step.hypervolume() > volume) {
        return OptionalInt.of(seen + needed(evolution, reference, front, next, volume));
      }
      front = best(evolution, both(front, next));
      seen = step.measurements();
    }
    return OptionalInt.empty();
  }

  /** How many of the next it takes beside a front; all of them do. */
  private static int needed(
      Evolution evolution,
      Map<String, Double> reference,
      List<Born> front,
      List<Born> next,
      double volume) {
    int least = 1;
    int most = next.size();
    while (least < most) {
      int middle = (least + most) / 2;
      List<Born> best = best(evolution, both(front, next.subList(0, middle)));
      if (evolution.hypervolume(best, reference) > volume) {
        most = middle;
      } else {
        least = middle + 1;
      }
    }
    return most;
  }

  private static List<Born> best(Evolution evolution, List<Born> candidates) {
    return evolution.front(candidates).stream().map(Ranked::born).toList();
  }

  private static List<Born> both(List<Born> front, List<Born> next) {
    List<Born> both = new ArrayList<>(front);
    both.addAll(next);
    return both;
  }
}
