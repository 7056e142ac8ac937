package io.tamnas.search.task;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How failures of the infrastructure are met.
 *
 * @param limit how many of them a task bears before it has failed
 * @param backoff the pause after the first; each further one doubles it
 */
@ConfigurationProperties("tamnas.retry")
public record RetrySettings(@DefaultValue("4") int limit, @DefaultValue("2s") Duration backoff) {

  private static final int MOST_DOUBLINGS = 6;

  public RetrySettings {
    if (limit < 1) {
      throw new IllegalArgumentException("tamnas.retry.limit must be at least 1, is " + limit);
    }
    if (backoff.isNegative()) {
      throw new IllegalArgumentException(
          "tamnas.retry.backoff must not be negative, is " + backoff);
    }
  }

  /** The pause after that many failures, in seconds. */
  double pauseSeconds(int failures) {
    return backoff.toMillis() / 1000.0 * (1 << Math.min(failures - 1, MOST_DOUBLINGS));
  }
}
