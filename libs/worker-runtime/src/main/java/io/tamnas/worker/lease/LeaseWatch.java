package io.tamnas.worker.lease;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * The worker's own view of an attempt's lease: pessimistic, since it counts from the moment a
 * heartbeat was sent and not from the moment it arrived. Thread-safe.
 */
public final class LeaseWatch {
  private final Clock clock;
  private final Duration lease;
  private volatile Instant end;

  public LeaseWatch(Clock clock, Duration lease) {
    this.clock = clock;
    this.lease = lease;
    this.end = clock.instant().plus(lease);
  }

  /** Notes that the service accepted a heartbeat that was sent then. */
  public void renewed(Instant sent) {
    end = sent.plus(lease);
  }

  public boolean hasExpired() {
    return !clock.instant().isBefore(end);
  }
}
