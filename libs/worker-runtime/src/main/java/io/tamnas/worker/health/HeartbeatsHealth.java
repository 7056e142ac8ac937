package io.tamnas.worker.health;

import io.tamnas.worker.pulse.Heartbeats;
import java.util.List;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Live: the loops that send heartbeats turn, whether or not the service answers them. */
@Component("heartbeatsHealthIndicator")
final class HeartbeatsHealth implements HealthIndicator {
  private final Heartbeats heartbeats;

  HeartbeatsHealth(Heartbeats heartbeats) {
    this.heartbeats = heartbeats;
  }

  @Override
  public Health health() {
    List<Heartbeats.Loop> stalled = heartbeats.stalled();
    return stalled.isEmpty()
        ? Health.up().build()
        : Health.down().withDetail("reason", "heartbeats stand still: " + stalled).build();
  }
}
