package io.tamnas.worker.attempt;

import io.opentelemetry.context.Context;
import io.tamnas.protocol.task.FailureClass;
import io.tamnas.protocol.task.TaskFailure;
import io.tamnas.worker.contact.Backoff;
import io.tamnas.worker.lease.LeaseWatch;
import io.tamnas.worker.pulse.Heartbeats;
import io.tamnas.worker.task.StopReason;
import io.tamnas.worker.task.TaskRunner;
import io.tamnas.worker.task.TaskStopped;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/**
 * Lives attempts through, from the first heartbeat to the report of the outcome. Heartbeats go on
 * until the outcome is told.
 */
public final class AttemptLife {
  private static final Logger log = LoggerFactory.getLogger(AttemptLife.class);
  private static final Duration METRICS_INTERVAL = Duration.ofSeconds(3);

  private final Ways service;
  private final WorkDirectory directory;
  private final Backoff backoff;
  private final Duration checkpointInterval;
  private final Clock clock;
  private final Heartbeats heartbeats;
  private final AttemptListener listener;
  private final OutcomeReport report;

  /**
   * Lives with these means.
   *
   * @param clock never jumps
   */
  public AttemptLife(
      Ways service,
      WorkDirectory directory,
      Backoff backoff,
      Duration checkpointInterval,
      Clock clock,
      Heartbeats heartbeats,
      AttemptListener listener) {
    this.service = service;
    this.directory = directory;
    this.backoff = backoff;
    this.checkpointInterval = checkpointInterval;
    this.clock = clock;
    this.heartbeats = heartbeats;
    this.listener = listener;
    this.report = new OutcomeReport(service.calls(), service.patience());
  }

  /** Runs the attempt to its end in a thread of its own, in the caller's trace; then calls back. */
  public void begin(Attempt attempt, TaskRunner runner, Runnable afterwards) {
    LeaseWatch lease = new LeaseWatch(clock, attempt.lease());
    Runnable life =
        () -> {
          try {
            listener.around(attempt.assignment(), () -> live(attempt, runner, lease));
          } finally {
            attempt.enter(Attempt.Stage.ENDED);
            afterwards.run();
          }
        };
    Thread.ofPlatform().name("attempt").start(Context.current().wrap(life));
  }

  private void live(Attempt attempt, TaskRunner runner, LeaseWatch lease) {
    MDC.put("job", attempt.assignment().job().toString());
    MDC.put("task", attempt.assignment().task().toString());
    MDC.put("attempt", Integer.toString(attempt.assignment().attempt()));
    log.info("attempt begins: {}", attempt.assignment().work().kind());
    try (Heart heart = new Heart(attempt, service.calls(), backoff, clock, lease, heartbeats)) {
      heart.start();
      Outcome outcome = outcome(attempt, runner, lease);
      listener.ended(attempt.assignment(), outcome);
      report.send(attempt, outcome);
    }
  }

  private Outcome outcome(Attempt attempt, TaskRunner runner, LeaseWatch lease) {
    MetricReports metrics = new MetricReports(attempt, service.calls(), service.patience());
    try (MetricSender sender = new MetricSender(attempt, metrics, METRICS_INTERVAL)) {
      sender.start();
      Path folder = directory.create(attempt.reference());
      try {
        Checkpoints checkpoints = new Checkpoints(attempt, clock, checkpointInterval);
        var context =
            new AttemptContext(
                attempt,
                lease,
                runner.interruption(),
                folder,
                service,
                metrics,
                checkpoints,
                listener);
        return new Outcome.Succeeded(runner.run(attempt.assignment().work(), context));
      } finally {
        attempt.enter(Attempt.Stage.REPORTING);
        WorkDirectory.delete(folder);
      }
    } catch (TaskStopped stopped) {
      return afterStop(stopped.reason());
    } catch (Throwable failure) {
      log.error("the task failed", failure);
      return new Outcome.Failed(FailureClassifier.classify(failure));
    }
  }

  private static Outcome afterStop(StopReason reason) {
    return switch (reason) {
      case CANCELLED, LOST -> new Outcome.Dropped(reason);
      case PAUSED -> preempted("the worker let go because the task was paused");
      case PREEMPTED -> preempted("the worker let go because it was told to stop");
    };
  }

  private static Outcome preempted(String reason) {
    return new Outcome.Failed(new TaskFailure(FailureClass.PREEMPTED, reason));
  }
}
