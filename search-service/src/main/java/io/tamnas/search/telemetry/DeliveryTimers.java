package io.tamnas.search.telemetry;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.tamnas.protocol.task.TaskKind;
import io.tamnas.search.task.DeliveryEvent;
import io.tamnas.search.task.DeliveryEvent.Answer;
import java.time.Duration;
import java.util.Locale;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** How long tasks wait for a worker, and workers' answers are waited for. */
@Component
class DeliveryTimers {

  private static final Duration[] BOUNDS = {
    Duration.ofMillis(5),
    Duration.ofMillis(10),
    Duration.ofMillis(20),
    Duration.ofMillis(50),
    Duration.ofMillis(100),
    Duration.ofMillis(500),
    Duration.ofSeconds(1),
    Duration.ofSeconds(5),
    Duration.ofSeconds(30),
    Duration.ofMinutes(5)
  };

  private final MeterRegistry meters;

  DeliveryTimers(MeterRegistry meters) {
    this.meters = meters;
    for (Answer answer : Answer.values()) {
      delivery(answer);
    }
    for (TaskKind kind : TaskKind.values()) {
      wait(kind);
    }
  }

  @EventListener
  void onDelivery(DeliveryEvent event) {
    delivery(event.answer()).record(event.took());
    if (event.answer() == Answer.ACCEPTED) {
      wait(event.kind()).record(event.waited());
    }
  }

  private Timer delivery(Answer answer) {
    return Timer.builder("tamnas.dispatch")
        .description("From the choice of a worker to its answer")
        .tag("answer", answer.name().toLowerCase(Locale.ROOT))
        .serviceLevelObjectives(BOUNDS)
        .register(meters);
  }

  private Timer wait(TaskKind kind) {
    return Timer.builder("tamnas.task.wait")
        .description("From when a task was ready to the choice of the worker that took it")
        .tag("kind", kind.name())
        .serviceLevelObjectives(BOUNDS)
        .register(meters);
  }
}
