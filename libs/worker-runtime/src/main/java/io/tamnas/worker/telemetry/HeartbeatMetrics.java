package io.tamnas.worker.telemetry;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.tamnas.worker.pulse.Heartbeats;
import io.tamnas.worker.pulse.Heartbeats.Loop;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import org.springframework.stereotype.Component;

/** How the heartbeats of the worker and of its attempts are taken. */
@Component
final class HeartbeatMetrics implements MeterBinder {
  private final Heartbeats heartbeats;

  HeartbeatMetrics(Heartbeats heartbeats) {
    this.heartbeats = heartbeats;
  }

  @Override
  public void bindTo(MeterRegistry meters) {
    Gauge.builder("tamnas.worker.registered", heartbeats, beats -> beats.isRegistered() ? 1.0 : 0.0)
        .description("1 while the search service takes the worker's heartbeats")
        .register(meters);
    for (Loop loop : Loop.values()) {
      count(meters, loop, "taken", beats -> (double) beats.taken(loop));
      count(meters, loop, "failed", beats -> (double) beats.failed(loop));
    }
  }

  private void count(
      MeterRegistry meters, Loop loop, String outcome, ToDoubleFunction<Heartbeats> count) {
    FunctionCounter.builder("tamnas.worker.heartbeats", heartbeats, count)
        .tag("of", loop.name().toLowerCase(Locale.ROOT))
        .tag("outcome", outcome)
        .register(meters);
  }
}
