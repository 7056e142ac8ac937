package io.tamnas.nets.export;

/**
 * How the time of a classification is taken: of single images, one after the other, on one CPU
 * thread of ONNX Runtime (intra-op 1, inter-op 1), in a process that does nothing else; the first
 * runs are warm-ups and do not count; the median and the quartiles of the others are told.
 *
 * @param warmups runs that do not count
 * @param runs that count
 */
public record LatencyProtocol(int warmups, int runs) {
  public LatencyProtocol {
    if (warmups < 0 || runs < 1) {
      throw new IllegalArgumentException(
          "a latency is the median of at least one run after warm-ups, not of %d after %d"
              .formatted(runs, warmups));
    }
  }

  /** So many runs that count, after a tenth as many warm-ups, at least one. */
  public static LatencyProtocol ofRuns(int runs) {
    return new LatencyProtocol(Math.max(1, runs / 10), runs);
  }
}
