package io.tamnas.chaos.kill;

import io.tamnas.chaos.cluster.Member;
import java.time.Duration;
import java.util.Set;

/**
 * Processes that end at one moment.
 *
 * @param outage how long they are away before they are started again
 */
public record Kill(Moment moment, Set<Member> victims, Duration outage, Manner manner) {
  public Kill {
    victims = Set.copyOf(victims);
    if (victims.isEmpty() || outage.isNegative()) {
      throw new IllegalArgumentException("somebody is away for 0 or more, not " + outage);
    }
  }

  /** How they end. */
  public enum Manner {
    /** By SIGKILL, all at once. */
    KILLED,
    /** By SIGTERM, one after the other, each started again before the next. */
    ROLLING
  }
}
