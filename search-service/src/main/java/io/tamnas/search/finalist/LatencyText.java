package io.tamnas.search.finalist;

import io.tamnas.search.task.Maker;
import java.util.List;
import java.util.stream.Collectors;

/** How the time of a classification is taken, in one line. */
final class LatencyText {

  /**
   * Of single images, after a tenth as many warm-ups; as many as a latency that is an objective
   * takes by default.
   */
  static final int RUNS = 500;

  private LatencyText() {}

  /**
   * @param runtime name and version of what classifies
   * @param makers on whose machine
   */
  static String of(String runtime, List<Maker> makers) {
    String machine =
        makers.stream().map(Maker::numericEnvironment).collect(Collectors.joining(" | "));
    return "median of %d single images after %d warm-ups, 1 thread, %s%s"
        .formatted(
            RUNS, RUNS / 10, runtime, machine.isEmpty() ? "" : ", on a machine of: " + machine);
  }
}
