package io.tamnas.worker.trace;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import io.tamnas.protocol.task.TaskAssignment;
import io.tamnas.worker.attempt.AttemptListener;
import io.tamnas.worker.attempt.Outcome;
import io.tamnas.worker.identity.WorkerName;
import java.util.Locale;
import org.slf4j.MDC;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Makes an attempt one span of its job's trace, and one observation of the attempts' time. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
final class AttemptSpan implements AttemptListener {
  private final ObservationRegistry observations;
  private final WorkerName worker;

  AttemptSpan(ObservationRegistry observations, WorkerName worker) {
    this.observations = observations;
    this.worker = worker;
  }

  @Override
  public void around(TaskAssignment assignment, Runnable life) {
    MDC.put("worker", worker.id());
    String kind = assignment.work().kind().name();
    Observation.createNotStarted("tamnas.worker.attempt", observations)
        .contextualName("attempt " + kind)
        .lowCardinalityKeyValue("kind", kind)
        .lowCardinalityKeyValue("outcome", "none")
        .highCardinalityKeyValue("worker", worker.id())
        .highCardinalityKeyValue("job", assignment.job().toString())
        .highCardinalityKeyValue("task", assignment.task().toString())
        .highCardinalityKeyValue("attempt", Integer.toString(assignment.attempt()))
        .observe(life);
  }

  @Override
  public void ended(TaskAssignment assignment, Outcome outcome) {
    Observation current = observations.getCurrentObservation();
    if (current != null) {
      current.lowCardinalityKeyValue("outcome", word(outcome));
    }
  }

  private static String word(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Succeeded _ -> "succeeded";
      case Outcome.Failed failed -> failed.failure().failureClass().name();
      case Outcome.Dropped dropped -> dropped.reason().name().toLowerCase(Locale.ROOT);
    };
  }
}
