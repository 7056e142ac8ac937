package io.tamnas.worker.contact;

import java.time.Duration;

/** How long to wait before a call is tried again: doubling, up to a bound. */
public record Backoff(Duration first, Duration longest) {
  public Backoff {
    if (!first.isPositive() || longest.compareTo(first) < 0) {
      throw new IllegalArgumentException(
          "0 < first ≤ longest is wanted, not " + first + " and " + longest);
    }
  }

  /**
   * The pause after that many failures.
   *
   * @param failures how often the call failed in a row, from 1
   */
  public Duration after(int failures) {
    int doublings = Math.min(failures - 1, 20);
    Duration wait = first.multipliedBy(1L << doublings);
    return wait.compareTo(longest) < 0 ? wait : longest;
  }
}
