package io.tamnas.search.task;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How often a task is tried again.
 *
 * @param limit how many failures of the infrastructure a task bears before it has failed; a
 *     training without getting on in between to a newer checkpoint
 * @param lost how many attempts in a row may be lost before a task has failed: their workers were
 *     not heard of again, or could not be reached
 * @param backoff the pause after the first failure, and after the second loss; each further one
 *     doubles it
 */
@ConfigurationProperties("tamnas.retry")
public record RetrySettings(
    @DefaultValue("4") int limit,
    @DefaultValue("10") int lost,
    @DefaultValue("2s") Duration backoff) {

  private static final int MOST_DOUBLINGS = 6;
  private static final int MOST_DOUBLINGS_OF_LOST = 3;

  public RetrySettings {
    requireOne("limit", limit);
    requireOne("lost", lost);
    if (backoff.isNegative()) {
      throw new IllegalArgumentException(
          "tamnas.retry.backoff must not be negative, is " + backoff);
    }
  }

  /** The pause after that many failures, in seconds. */
  double pauseSeconds(int failures) {
    return backoffSeconds() * (1 << Math.min(failures - 1, MOST_DOUBLINGS));
  }

  /** The pause after that many lost attempts in a row, in seconds; none after the first. */
  double lostPauseSeconds(int losses) {
    return losses < 2 ? 0 : backoffSeconds() * (1 << Math.min(losses - 2, MOST_DOUBLINGS_OF_LOST));
  }

  private double backoffSeconds() {
    return backoff.toMillis() / 1000.0;
  }

  private static void requireOne(String name, int value) {
    if (value < 1) {
      throw new IllegalArgumentException(
          "tamnas.retry." + name + " must be at least 1, is " + value);
    }
  }
}
