package io.tamnas.search.task;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How tasks reach workers.
 *
 * @param tick how often ready tasks are looked for where no event has told of one
 * @param sweep how often ended leases and stuck jobs are looked for
 * @param connectTimeout for a connection to a worker
 * @param timeout for a worker's answer
 * @param pause how long a worker that could not be reached, or refused a task, is left alone
 */
@ConfigurationProperties("tamnas.dispatch")
public record DispatchSettings(
    @DefaultValue("1s") Duration tick,
    @DefaultValue("5s") Duration sweep,
    @DefaultValue("2s") Duration connectTimeout,
    @DefaultValue("10s") Duration timeout,
    @DefaultValue("5s") Duration pause) {

  public DispatchSettings {
    requirePositive("tick", tick);
    requirePositive("sweep", sweep);
    requirePositive("connect-timeout", connectTimeout);
    requirePositive("timeout", timeout);
    requirePositive("pause", pause);
  }

  /** The pause in seconds, for the database's clock. */
  double pauseSeconds() {
    return pause.toMillis() / 1000.0;
  }

  private static void requirePositive(String name, Duration duration) {
    if (duration.isNegative() || duration.isZero()) {
      throw new IllegalArgumentException(
          "tamnas.dispatch." + name + " must be longer than 0, is " + duration);
    }
  }
}
