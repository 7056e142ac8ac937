package io.tamnas.worker.health;

import io.tamnas.worker.identity.WorkerDescription;
import io.tamnas.worker.pulse.Heartbeats;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Ready: the engine is loaded, and the search service took the last registration. */
@Component("registrationHealthIndicator")
final class RegistrationHealth implements HealthIndicator {
  private final Heartbeats heartbeats;
  private final WorkerDescription engine;

  /** The description is made by the engine, once it is loaded. */
  RegistrationHealth(Heartbeats heartbeats, WorkerDescription engine) {
    this.heartbeats = heartbeats;
    this.engine = engine;
  }

  @Override
  public Health health() {
    Health.Builder health =
        heartbeats.isRegistered()
            ? Health.up()
            : Health.down().withDetail("reason", "the search service has not taken this worker");
    return health.withDetail("device", engine.device()).build();
  }
}
