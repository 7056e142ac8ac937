package io.tamnas.search.task;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When a worker is left alone because it fails again and again.
 *
 * @param failures how many different tasks in a row it may fail before
 * @param first how long the first quarantine lasts; each further one without a success in between
 *     lasts twice as long
 * @param longest how long a quarantine lasts at most
 */
@ConfigurationProperties("tamnas.quarantine")
public record QuarantineSettings(
    @DefaultValue("3") int failures,
    @DefaultValue("1m") Duration first,
    @DefaultValue("1h") Duration longest) {

  private static final int MOST_DOUBLINGS = 20;

  public QuarantineSettings {
    if (failures < 1) {
      throw new IllegalArgumentException(
          "tamnas.quarantine.failures must be at least 1, is " + failures);
    }
    if (!first.isPositive()) {
      throw new IllegalArgumentException(
          "tamnas.quarantine.first must be longer than 0, is " + first);
    }
    if (longest.compareTo(first) < 0) {
      throw new IllegalArgumentException(
          "tamnas.quarantine.longest must be at least tamnas.quarantine.first ("
              + first
              + "), is "
              + longest);
    }
  }

  /** How many different tasks end the trust; after a quarantine, one. */
  int bearable(int quarantines) {
    return quarantines == 0 ? failures : 1;
  }

  /** How long the next one lasts after that many, in seconds. */
  double seconds(int quarantines) {
    double doubled = first.toMillis() * (double) (1L << Math.min(quarantines, MOST_DOUBLINGS));
    return Math.min(doubled, (double) longest.toMillis()) / 1000;
  }
}
