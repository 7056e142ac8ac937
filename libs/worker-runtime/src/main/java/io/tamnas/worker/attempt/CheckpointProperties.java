package io.tamnas.worker.attempt;

import io.tamnas.worker.start.CannotStartException;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How often a running task is made safe.
 *
 * @param interval between two checkpoints
 */
@ConfigurationProperties("tamnas.checkpoint")
public record CheckpointProperties(@DefaultValue("2m") Duration interval) {
  public CheckpointProperties {
    if (!interval.isPositive()) {
      throw new CannotStartException(
          "tamnas.checkpoint.interval is longer than 0, not " + interval);
    }
  }
}
