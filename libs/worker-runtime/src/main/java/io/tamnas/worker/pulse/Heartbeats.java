package io.tamnas.worker.pulse;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The heartbeats that this process sent, and when the next ones are due. Thread-safe. */
public final class Heartbeats {
  private final Clock clock;
  private final Duration allowance;
  private final Map<Loop, Beats> loops = new EnumMap<>(Loop.class);

  /** What sends heartbeats. */
  public enum Loop {
    /** Of the worker, for ever. */
    REGISTRATION,
    /** Of the attempt in hand. */
    ATTEMPT
  }

  private record Beats(long taken, long failed, boolean lastTaken, Instant due) {
    Beats with(boolean taken, Instant due) {
      return new Beats(this.taken + (taken ? 1 : 0), failed + (taken ? 0 : 1), taken, due);
    }
  }

  /**
   * Expects the worker to register from now on.
   *
   * @param clock never jumps
   * @param allowance how much later than it wants to a loop may turn, waiting for an answer
   */
  public Heartbeats(Clock clock, Duration allowance) {
    this.clock = clock;
    this.allowance = allowance;
    loops.put(Loop.REGISTRATION, new Beats(0, 0, false, clock.instant()));
    loops.put(Loop.ATTEMPT, new Beats(0, 0, false, Instant.MAX));
  }

  /**
   * Notes a heartbeat.
   *
   * @param taken whether the service took it
   * @param pause after what time the loop sends the next one
   */
  public synchronized void sent(Loop loop, boolean taken, Duration pause) {
    Instant due = clock.instant().plus(pause);
    loops.computeIfPresent(loop, (_, beats) -> beats.with(taken, due));
  }

  /** Notes that the loop sends no more until further notice. */
  public synchronized void rest(Loop loop) {
    loops.computeIfPresent(
        loop, (_, beats) -> new Beats(beats.taken(), beats.failed(), false, Instant.MAX));
  }

  /** Whether the service took the last heartbeat of the worker. */
  public synchronized boolean isRegistered() {
    return of(Loop.REGISTRATION).lastTaken();
  }

  /** The loops that should have turned long ago. */
  public synchronized List<Loop> stalled() {
    Instant latest = clock.instant().minus(allowance);
    return Arrays.stream(Loop.values()).filter(loop -> of(loop).due().isBefore(latest)).toList();
  }

  /** How many the service took. */
  public synchronized long taken(Loop loop) {
    return of(loop).taken();
  }

  /** How many it did not take, or did not answer. */
  public synchronized long failed(Loop loop) {
    return of(loop).failed();
  }

  private Beats of(Loop loop) {
    Beats beats = loops.get(loop);
    if (beats == null) {
      throw new IllegalStateException("no such loop: " + loop);
    }
    return beats;
  }
}
