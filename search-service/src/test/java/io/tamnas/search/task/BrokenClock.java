package io.tamnas.search.task;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** A service's clock that is never right: a day behind, an hour ahead, or anything between. */
final class BrokenClock extends Clock {

  private static final List<Duration> OFFSETS =
      List.of(
          Duration.ofDays(-1), Duration.ofHours(1), Duration.ofMinutes(-20), Duration.ofSeconds(7));

  private final AtomicInteger looks = new AtomicInteger();

  @Override
  public Instant instant() {
    int look = Math.floorMod(looks.getAndIncrement(), OFFSETS.size());
    return Clock.systemUTC().instant().plus(OFFSETS.get(look));
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
