package io.tamnas.search.health;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When this process is well.
 *
 * @param answer how long the database may take to answer a question about readiness
 * @param stalled how long a turn of a loop may take before the process is taken for dead
 * @param store how often the artifact store is asked whether it takes anything
 */
@ConfigurationProperties("tamnas.health")
public record HealthSettings(
    @DefaultValue("2s") Duration answer,
    @DefaultValue("5m") Duration stalled,
    @DefaultValue("1m") Duration store) {

  private static final Duration SHORTEST_TURN = Duration.ofMinutes(1);
  private static final Duration SHORTEST_PERIOD = Duration.ofSeconds(1);

  public HealthSettings {
    if (answer.isNegative() || answer.isZero()) {
      throw new IllegalArgumentException(
          "tamnas.health.answer must be longer than 0, is " + answer);
    }
    if (stalled.compareTo(SHORTEST_TURN) < 0) {
      throw new IllegalArgumentException(
          "tamnas.health.stalled must be at least 1m, for a turn may wait for a database that is"
              + " away; is "
              + stalled);
    }
    if (store.compareTo(SHORTEST_PERIOD) < 0) {
      throw new IllegalArgumentException(
          "tamnas.health.store must be at least 1s, for each question writes into the store; is "
              + store);
    }
  }
}
