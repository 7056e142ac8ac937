package io.tamnas.benchmarks;

import io.tamnas.benchmarks.comparison.Agreement;
import java.util.Arrays;
import java.util.stream.Collectors;

/** The comparisons that there are, each with the bar that it shall meet. */
enum Benchmark {
  MEASURING("measuring", "measuring.py", Agreement.VERDICTS, 0.30, 7, 2),
  AUTOATTACK("autoattack", "autoattack.py", Agreement.ROBUST_COUNT, 0.60, 3, 0),
  TRAINING_STEP("training-step", "training_step.py", Agreement.LOSSES, 1.00, 7, 2),
  TRAINING_STEP_FROZEN("training-step-frozen", "training_step.py", Agreement.NONE, 0.75, 7, 2);

  private final String text;
  private final String peer;
  private final Agreement agreement;
  private final double bar;
  private final int pairs;
  private final int warmups;

  Benchmark(String text, String peer, Agreement agreement, double bar, int pairs, int warmups) {
    this.text = text;
    this.peer = peer;
    this.agreement = agreement;
    this.bar = bar;
    this.pairs = pairs;
    this.warmups = warmups;
  }

  /** The name on the command line. */
  String text() {
    return text;
  }

  /** The peer's program in {@code benchmarks/peers}. */
  String peer() {
    return peer;
  }

  Agreement agreement() {
    return agreement;
  }

  /** The most that our time shall be, as a share of the peer's. */
  double bar() {
    return bar;
  }

  /** How many pairs of turns make up a result. */
  int pairs() {
    return pairs;
  }

  /** How many runs each side makes before its first turn. */
  int warmups() {
    return warmups;
  }

  static Benchmark parse(String text) {
    return Arrays.stream(values())
        .filter(benchmark -> benchmark.text.equals(text))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(unknown(text)));
  }

  private static String unknown(String text) {
    return Arrays.stream(values())
        .map(Benchmark::text)
        .collect(Collectors.joining(", ", "a comparison is one of ", ", not '" + text + "'"));
  }
}
