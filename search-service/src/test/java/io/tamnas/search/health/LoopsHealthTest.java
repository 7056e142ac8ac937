package io.tamnas.search.health;

import static org.assertj.core.api.Assertions.assertThat;

import io.tamnas.search.pulse.Pulses;
import io.tamnas.search.support.Bound;
import io.tamnas.search.task.DispatchSettings;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;

class LoopsHealthTest {

  private Instant now = Instant.parse("2026-01-01T00:00:00Z");
  private final InstantSource source = () -> now;
  private final Pulses pulses = new Pulses(source.withZone(ZoneOffset.UTC));
  private final LoopsHealth health =
      new LoopsHealth(pulses, Bound.of(HealthSettings.class), Bound.of(DispatchSettings.class));

  @Test
  void isLiveWhileTheLoopsTurn() {
    pulses.turned("dispatch");

    assertThat(health.health().getStatus()).isEqualTo(Status.UP);
  }

  @Test
  void isDeadOnceTheDispatcherStandsStillAndComesBackWithIt() {
    pulses.turned("dispatch");
    now = now.plus(Duration.ofMinutes(5)).plusMillis(1);
    pulses.began("sweep");

    Health dead = health.health();
    assertThat(dead.getStatus()).isEqualTo(Status.DOWN);
    assertThat(dead.getDetails().get("reason")).asString().contains("dispatch has not turned");

    pulses.turned("dispatch");
    assertThat(health.health().getStatus()).isEqualTo(Status.UP);
  }
}
