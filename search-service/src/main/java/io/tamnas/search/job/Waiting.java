package io.tamnas.search.job;

import io.tamnas.protocol.task.TaskKind;
import io.tamnas.search.task.OpenTasks;
import io.tamnas.search.task.Tasks;
import io.tamnas.search.worker.Availabilities;
import io.tamnas.search.worker.Availability;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Tells what jobs wait for that no worker can do now. */
@Component
class Waiting {

  private final Tasks tasks;

  Waiting(Tasks tasks) {
    this.tasks = tasks;
  }

  /**
   * One clause for each kind of task that nobody can take; empty where there is none. Finalists
   * that were named wait after the job's end too.
   */
  Optional<String> of(JobRow job, Availabilities workers) {
    return switch (job.state) {
      case QUEUED, TRAINING_SUPERNET, SEARCHING, FINALIZING, SUCCEEDED -> missing(job, workers);
      case PAUSED, CANCELLED, FAILED -> Optional.empty();
    };
  }

  private Optional<String> missing(JobRow job, Availabilities workers) {
    String all =
        tasks.open(job.id).stream()
            .flatMap(open -> missing(job, open, workers).stream())
            .collect(Collectors.joining("; "));
    return Optional.of(all).filter(text -> !text.isEmpty());
  }

  private Optional<String> missing(JobRow job, OpenTasks open, Availabilities workers) {
    Optional<String> machine = machine(job, open.kind());
    return reason(workers.of(open.kind(), machine), open)
        .map(
            reason ->
                "%s (%d asked for); %s%s"
                    .formatted(
                        purpose(open.kind()),
                        open.ready() + open.running(),
                        reason,
                        machine.map(one -> " on the job's kind of machine: " + one).orElse("")));
  }

  /** What is given to one kind of machine alone. */
  private static Optional<String> machine(JobRow job, TaskKind kind) {
    return switch (kind) {
      case MEASURE_LATENCY, EXPORT -> Optional.ofNullable(job.latencyMachine);
      case TRAIN_SUPERNET, EVALUATE, TRANSFER_MATRIX, TRAIN_SUBNET, VALIDATE -> Optional.empty();
    };
  }

  /** What runs is finished by a worker that takes nothing more, but not by one that is silent. */
  private static Optional<String> reason(Availability availability, OpenTasks open) {
    return switch (availability) {
      case Availability.Able() -> Optional.empty();
      case Availability.NoneLive() -> Optional.of("none is live");
      case Availability.NoneWilling none ->
          open.running() > 0 ? Optional.empty() : Optional.of(unwilling(none));
    };
  }

  private static String unwilling(Availability.NoneWilling none) {
    return "none that is live takes tasks (draining: %d, quarantined: %d%s)"
        .formatted(
            none.draining(),
            none.quarantined(),
            none.until().map(until -> ", the first until " + until).orElse(""));
  }

  private static String purpose(TaskKind kind) {
    return switch (kind) {
      case TRAIN_SUPERNET -> "a trainer to train the supernet";
      case EVALUATE -> "an evaluator to measure subnets";
      case TRANSFER_MATRIX -> "an evaluator to measure transfer matrices";
      case TRAIN_SUBNET -> "a trainer to train networks";
      case VALIDATE -> "an evaluator to validate networks";
      case EXPORT -> "an evaluator to export networks";
      case MEASURE_LATENCY -> "an evaluator to measure latencies";
    };
  }
}
