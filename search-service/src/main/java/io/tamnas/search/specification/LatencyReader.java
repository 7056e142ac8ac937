package io.tamnas.search.specification;

import io.tamnas.protocol.evaluation.LatencyProtocol;

/** Reads {@code /evaluation/latency}. */
final class LatencyReader {

  private static final Range WARMUPS = new Range(0, 10_000);

  /** Quartiles of fewer would be made up. */
  private static final Range RUNS = new Range(5, 100_000);

  private final Section section;

  LatencyReader(Section section) {
    this.section = section;
  }

  LatencySettings read() {
    LatencySettings settings =
        new LatencySettings(
            new LatencyProtocol(
                section.wholeNumber("warmups", WARMUPS, Defaults.LATENCY_WARMUPS),
                section.wholeNumber("runs", RUNS, Defaults.LATENCY_RUNS)),
            section.member("machine").flatMap(item -> item.text(TextRule.MACHINE)));
    section.finish();
    return settings;
  }
}
