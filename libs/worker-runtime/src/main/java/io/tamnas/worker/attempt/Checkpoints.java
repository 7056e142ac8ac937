package io.tamnas.worker.attempt;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** When an attempt's next checkpoint is due. Used by the thread of the attempt alone. */
final class Checkpoints {
  private final Attempt attempt;
  private final Clock clock;
  private final Duration interval;
  private Instant last;
  private boolean safe;

  Checkpoints(Attempt attempt, Clock clock, Duration interval) {
    this.attempt = attempt;
    this.clock = clock;
    this.interval = interval;
    this.last = clock.instant();
  }

  /** Whether the interval is over, or the attempt was asked to let go. */
  boolean areDue() {
    boolean mustLetGo = attempt.stop().isPresent() && !safe;
    return mustLetGo || !clock.instant().isBefore(last.plus(interval));
  }

  /** Notes that the service has a new checkpoint. */
  void taken() {
    last = clock.instant();
    safe = attempt.stop().isPresent();
  }

  /** Whether a checkpoint was taken since the attempt was asked to let go. */
  boolean areSafe() {
    return safe;
  }
}
