package io.tamnas.worker.intake;

import io.tamnas.worker.start.CannotStartException;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How a worker that has to end lets go of its task.
 *
 * @param timeout for all of it, from the signal to the end of the process
 * @param finish how long a task without checkpoints may still run to its end
 */
@ConfigurationProperties("tamnas.drain")
public record DrainProperties(
    @DefaultValue("60s") Duration timeout, @DefaultValue("5s") Duration finish) {
  public DrainProperties {
    if (!timeout.isPositive()) {
      throw new CannotStartException("tamnas.drain.timeout is longer than 0, not " + timeout);
    }
    if (finish.isNegative() || finish.compareTo(timeout) > 0) {
      throw new CannotStartException(
          "tamnas.drain.finish is between 0 and timeout (" + timeout + "), not " + finish);
    }
  }
}
