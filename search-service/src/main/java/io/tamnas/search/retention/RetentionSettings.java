package io.tamnas.search.retention;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long what workers reported is kept. Fronts, measurements, finalists and reports stay.
 *
 * @param enabled whether anything is deleted
 * @param metrics how long after the end of its job
 * @param attempts how long after their end; the last one of a task that is not done stays
 * @param workers how long after they were last seen
 * @param delay how long after a start it is first looked for what is due
 * @param interval how often it is looked for it then
 * @param batch how many rows are deleted in one transaction
 */
@ConfigurationProperties("tamnas.retention")
record RetentionSettings(
    @DefaultValue("true") boolean enabled,
    @DefaultValue("90d") Duration metrics,
    @DefaultValue("90d") Duration attempts,
    @DefaultValue("30d") Duration workers,
    @DefaultValue("10m") Duration delay,
    @DefaultValue("1h") Duration interval,
    @DefaultValue("1000") int batch) {

  RetentionSettings {
    requirePositive("metrics", metrics);
    requirePositive("attempts", attempts);
    requirePositive("workers", workers);
    requirePositive("delay", delay);
    requirePositive("interval", interval);
    if (batch < 1) {
      throw new IllegalArgumentException("tamnas.retention.batch must be at least 1, is " + batch);
    }
  }

  private static void requirePositive(String name, Duration duration) {
    if (!duration.isPositive()) {
      throw new IllegalArgumentException(
          "tamnas.retention." + name + " must be longer than 0, is " + duration);
    }
  }
}
