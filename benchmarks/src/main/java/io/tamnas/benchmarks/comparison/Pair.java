package io.tamnas.benchmarks.comparison;

/** A turn of ours and a turn of the peer's, one right after the other. */
public record Pair(double ours, double theirs, Agreement.Finding agreement) {

  /** Our time as a share of the peer's. */
  public double ratio() {
    return ours / theirs;
  }
}
