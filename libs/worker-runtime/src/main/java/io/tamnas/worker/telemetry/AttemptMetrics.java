package io.tamnas.worker.telemetry;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.tamnas.protocol.task.TaskAssignment;
import io.tamnas.protocol.task.TaskKind;
import io.tamnas.worker.attempt.AttemptListener;
import io.tamnas.worker.task.TaskRunner;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the worker has in hand, and how fast that goes; by the kinds of task that it can do. */
@Component
final class AttemptMetrics implements AttemptListener {
  private final MeterRegistry meters;
  private volatile @Nullable InHand current;

  private record InHand(TaskKind kind, Pace pace) {}

  AttemptMetrics(MeterRegistry meters, List<TaskRunner> runners) {
    this.meters = meters;
    Gauge.builder("tamnas.worker.busy", () -> current == null ? 0 : 1)
        .description("1 while the worker has a task in hand")
        .register(meters);
    runners.stream().flatMap(runner -> runner.kinds().stream()).sorted().forEach(this::add);
  }

  private void add(TaskKind kind) {
    Gauge.builder("tamnas.worker.task", () -> has(kind) ? 1 : 0)
        .description("1 for the kind of the task in hand")
        .tag("kind", kind.name())
        .register(meters);
    countSteps(kind, 0);
    countImages(kind, 0);
  }

  private boolean has(TaskKind kind) {
    InHand inHand = current;
    return inHand != null && inHand.kind() == kind;
  }

  @Override
  public void around(TaskAssignment assignment, Runnable life) {
    current = new InHand(assignment.work().kind(), new Pace(assignment));
    try {
      life.run();
    } finally {
      current = null;
    }
  }

  @Override
  public void stepped(TaskAssignment assignment, long step) {
    InHand inHand = current;
    if (inHand != null) {
      long steps = inHand.pace().stepsUntil(step);
      countSteps(inHand.kind(), (double) steps);
      countImages(inHand.kind(), (double) steps * inHand.pace().imagesPerStep());
    }
  }

  @Override
  public void progressed(TaskAssignment assignment, double share) {
    InHand inHand = current;
    if (inHand != null) {
      countImages(inHand.kind(), inHand.pace().imagesUntil(share));
    }
  }

  private void countSteps(TaskKind kind, double steps) {
    meters.counter("tamnas.worker.steps", "kind", kind.name()).increment(steps);
  }

  private void countImages(TaskKind kind, double images) {
    meters.counter("tamnas.worker.images", "kind", kind.name()).increment(images);
  }
}
