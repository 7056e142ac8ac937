package io.tamnas.search.health;

import io.tamnas.search.pulse.Pulses;
import io.tamnas.search.task.DispatchSettings;
import java.util.List;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/**
 * Live: the dispatcher turns, and the sweeps of leases and jobs come round and end. Asks nobody
 * outside: a restart would not mend that.
 */
@Component("loopsHealthIndicator")
@EnableConfigurationProperties(HealthSettings.class)
final class LoopsHealth implements HealthIndicator {

  private final Pulses pulses;
  private final HealthSettings settings;
  private final DispatchSettings dispatch;
  private final Verdict verdict = new Verdict("loops");

  LoopsHealth(Pulses pulses, HealthSettings settings, DispatchSettings dispatch) {
    this.pulses = pulses;
    this.settings = settings;
    this.dispatch = dispatch;
  }

  @Override
  public Health health() {
    List<String> complaints = pulses.complaints(settings.stalled(), dispatch.sweep());
    return complaints.isEmpty() ? verdict.up() : verdict.down(String.join("; ", complaints));
  }
}
