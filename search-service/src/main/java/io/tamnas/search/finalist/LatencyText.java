package io.tamnas.search.finalist;

import io.tamnas.protocol.task.Work;
import io.tamnas.search.task.Maker;
import java.util.List;
import java.util.stream.Collectors;

/** How the time of a classification is taken, in one line. */
final class LatencyText {

  /** How many runs exports are asked for: as many as a latency that is an objective by default. */
  static final int RUNS = 500;

  private LatencyText() {}

  /**
   * Of an exported file.
   *
   * @param runs that counted
   * @param runtime name and version of what classifies
   * @param machine the kind of machine, as its worker registered it
   */
  static String of(int runs, String runtime, String machine) {
    return taken(runs, runtime) + ", on: " + machine;
  }

  /**
   * Of a file that was exported before exports told their machine.
   *
   * @param runs that counted
   * @param runtime name and version of what classifies
   * @param makers on whose machine
   */
  static String of(int runs, String runtime, List<Maker> makers) {
    String machine =
        makers.stream().map(Maker::numericEnvironment).collect(Collectors.joining("; "));
    return taken(runs, runtime) + (machine.isEmpty() ? "" : ", on a machine of: " + machine);
  }

  /** Warm-ups are a tenth as many as runs, as {@link Work.Export} says. */
  private static String taken(int runs, String runtime) {
    return "median of %d single images after %d warm-ups, 1 thread, %s"
        .formatted(runs, Math.max(1, runs / 10), runtime);
  }
}
