package io.tamnas.search.health;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/**
 * Whether an artifact could be stored. Not part of being ready: a store is full for all replicas at
 * once, and heartbeats, results and people need it not.
 */
@Component("artifactsHealthIndicator")
final class ArtifactsHealth implements HealthIndicator {

  private final StoreWatch watch;

  ArtifactsHealth(StoreWatch watch) {
    this.watch = watch;
  }

  @Override
  public Health health() {
    return watch.health();
  }
}
