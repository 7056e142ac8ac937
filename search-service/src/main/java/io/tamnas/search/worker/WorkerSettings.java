package io.tamnas.search.worker;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long silence is borne.
 *
 * @param lease how long an attempt owns its task, and a worker counts as alive, without a word
 * @param heartbeat how often workers are told to speak
 */
@ConfigurationProperties("tamnas")
public record WorkerSettings(
    @DefaultValue("60s") Duration lease, @DefaultValue("10s") Duration heartbeat) {

  public WorkerSettings {
    if (heartbeat.compareTo(Duration.ofSeconds(1)) < 0) {
      throw new IllegalArgumentException("tamnas.heartbeat must be at least 1s, is " + heartbeat);
    }
    if (lease.compareTo(heartbeat.multipliedBy(2)) < 0) {
      throw new IllegalArgumentException(
          "tamnas.lease must be at least twice tamnas.heartbeat ("
              + heartbeat
              + "), or one lost message ends an attempt; is "
              + lease);
    }
  }

  /** The lease in seconds, for the database's clock. */
  public double leaseSeconds() {
    return lease.toMillis() / 1000.0;
  }

  /** How long a worker counts as busy that said so, in seconds: one word of it may get lost. */
  double busySeconds() {
    return 2 * heartbeat.toMillis() / 1000.0;
  }
}
