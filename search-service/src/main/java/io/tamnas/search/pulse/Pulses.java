package io.tamnas.search.pulse;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import org.springframework.stereotype.Component;

/** When the loops of this process last showed that they turn. Safe for threads. */
@Component
public final class Pulses {

  private final Clock clock;
  private final Map<String, Instant> turns = new ConcurrentSkipListMap<>();
  private final Map<String, Instant> rounds = new ConcurrentSkipListMap<>();
  private volatile Instant lastRound;

  public Pulses(Clock clock) {
    this.clock = clock;
    this.lastRound = clock.instant();
  }

  /** A loop that never rests has begun another turn. */
  public void turned(String loop) {
    turns.put(loop, clock.instant());
  }

  /** Work that comes round after some time, and is short, has begun. */
  public void began(String round) {
    Instant now = clock.instant();
    lastRound = now;
    rounds.put(round, now);
  }

  /** It is done until it comes round again. */
  public void ended(String round) {
    rounds.remove(round);
  }

  /**
   * What does not turn, each in words; nothing where all is well.
   *
   * @param limit how long a turn or a round may take
   * @param period how long it may take until the next round begins
   */
  public List<String> complaints(Duration limit, Duration period) {
    Instant now = clock.instant();
    List<String> complaints = new ArrayList<>();
    turns.forEach(
        (loop, turn) -> {
          if (turn.plus(limit).isBefore(now)) {
            complaints.add(loop + " has not turned since " + turn);
          }
        });
    rounds.forEach(
        (round, begin) -> {
          if (begin.plus(limit).isBefore(now)) {
            complaints.add(round + " has not ended since " + begin);
          }
        });
    if (lastRound.plus(limit).plus(period).isBefore(now)) {
      complaints.add("nothing periodic has begun since " + lastRound);
    }
    return complaints;
  }
}
