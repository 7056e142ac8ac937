package io.tamnas.search.artifact;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When artifacts that nothing names any more are deleted.
 *
 * @param enabled whether they are
 * @param age how long after their last upload or announcement; longer than any upload takes, with
 *     the announcement that follows it
 * @param interval how often they are looked for
 */
@ConfigurationProperties("tamnas.artifacts.collection")
record CollectionSettings(
    @DefaultValue("true") boolean enabled,
    @DefaultValue("1d") Duration age,
    @DefaultValue("1h") Duration interval) {

  private static final Duration SHORTEST_AGE = Duration.ofHours(1);

  CollectionSettings {
    if (age.compareTo(SHORTEST_AGE) < 0) {
      throw new IllegalArgumentException(
          "tamnas.artifacts.collection.age must be at least 1h, so that nothing is deleted between"
              + " its upload and its announcement; is "
              + age);
    }
    if (!interval.isPositive()) {
      throw new IllegalArgumentException(
          "tamnas.artifacts.collection.interval must be longer than 0, is " + interval);
    }
  }
}
