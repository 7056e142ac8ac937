package io.tamnas.search.telemetry;

import io.micrometer.core.instrument.MeterRegistry;
import io.tamnas.protocol.task.FailureClass;
import io.tamnas.protocol.task.TaskKind;
import io.tamnas.search.task.TaskEvent;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Counts what becomes of tasks, where this replica was told of it: over replicas the sum is right.
 * Every series is there from the start, so that the first event shows as an increase.
 */
@Component
class TaskCounters {

  private static final String NO_FAILURE = "none";

  private final MeterRegistry meters;

  TaskCounters(MeterRegistry meters) {
    this.meters = meters;
    for (TaskKind kind : TaskKind.values()) {
      finished(kind, "succeeded", NO_FAILURE, 0);
      expired(kind, 0);
      for (FailureClass failureClass : FailureClass.values()) {
        finished(kind, "failed", failureClass.name(), 0);
        retried(kind, failureClass, 0);
      }
    }
    evaluated(0);
  }

  @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT, fallbackExecution = true)
  void onTask(TaskEvent event) {
    switch (event) {
      case TaskEvent.Succeeded(TaskKind kind) -> {
        finished(kind, "succeeded", NO_FAILURE, 1);
        evaluated(kind == TaskKind.EVALUATE ? 1 : 0);
      }
      case TaskEvent.Failed(TaskKind kind, FailureClass failureClass) -> {
        finished(kind, "failed", failureClass.name(), 1);
        expired(kind, failureClass == FailureClass.LEASE_EXPIRED ? 1 : 0);
      }
      case TaskEvent.Retried(TaskKind kind, FailureClass failureClass) -> {
        retried(kind, failureClass, 1);
        expired(kind, failureClass == FailureClass.LEASE_EXPIRED ? 1 : 0);
      }
    }
  }

  private void finished(TaskKind kind, String outcome, String failure, int count) {
    meters
        .counter(
            "tamnas.tasks.finished", "kind", kind.name(), "outcome", outcome, "failure", failure)
        .increment(count);
  }

  private void retried(TaskKind kind, FailureClass failure, int count) {
    meters
        .counter("tamnas.tasks.retried", "kind", kind.name(), "failure", failure.name())
        .increment(count);
  }

  private void expired(TaskKind kind, int count) {
    meters.counter("tamnas.leases.expired", "kind", kind.name()).increment(count);
  }

  private void evaluated(int count) {
    meters.counter("tamnas.evaluations").increment(count);
  }
}
