package io.tamnas.worker.lease;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * A clock that passes as real time does and never jumps: it starts at the wall clock's instant and
 * counts the machine's monotonic nanoseconds from there. Good for durations, not for dates.
 */
public final class SteadyClock extends Clock {
  private final Instant start;
  private final long origin;

  public SteadyClock(Clock wall) {
    this.start = wall.instant();
    this.origin = System.nanoTime();
  }

  @Override
  public Instant instant() {
    return start.plus(Duration.ofNanos(System.nanoTime() - origin));
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    throw new UnsupportedOperationException("a steady clock knows no zone but UTC");
  }
}
