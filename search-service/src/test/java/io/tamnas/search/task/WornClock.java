package io.tamnas.search.task;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A worker's clock, which runs too fast or too slow. */
final class WornClock extends Clock {

  private final double rate;
  private Instant now = Instant.EPOCH;

  WornClock(double rate) {
    this.rate = rate;
  }

  void pass(long seconds) {
    now = now.plusMillis(Math.round(1000.0 * (double) seconds * rate));
  }

  @Override
  public Instant instant() {
    return now;
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    throw new UnsupportedOperationException();
  }
}
