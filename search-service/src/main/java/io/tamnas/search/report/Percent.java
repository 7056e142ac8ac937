package io.tamnas.search.report;

import io.tamnas.search.measurement.Accuracy;
import java.util.Locale;

/** Shares as people read them. */
final class Percent {

  private Percent() {}

  static String of(double share) {
    return String.format(Locale.ROOT, "%.1f %%", 100 * share);
  }

  /** With its 95 % interval. */
  static String of(Accuracy accuracy) {
    return String.format(
        Locale.ROOT,
        "%.1f %% [%.1f, %.1f]",
        100 * accuracy.accuracy(),
        100 * accuracy.interval().getFirst(),
        100 * accuracy.interval().getLast());
  }
}
