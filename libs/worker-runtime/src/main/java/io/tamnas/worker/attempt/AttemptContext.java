package io.tamnas.worker.attempt;

import io.tamnas.protocol.task.CheckpointReport;
import io.tamnas.protocol.task.FailureClass;
import io.tamnas.worker.contact.RefusedException;
import io.tamnas.worker.lease.LeaseWatch;
import io.tamnas.worker.task.StopReason;
import io.tamnas.worker.task.TaskContext;
import io.tamnas.worker.task.TaskFailedException;
import io.tamnas.worker.task.TaskRunner.Interruption;
import io.tamnas.worker.task.TaskStopped;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a runner sees of its attempt. */
final class AttemptContext implements TaskContext {
  private static final Logger log = LoggerFactory.getLogger(AttemptContext.class);

  private final Attempt attempt;
  private final LeaseWatch lease;
  private final Interruption interruption;
  private final Path directory;
  private final Ways service;
  private final MetricReports metrics;
  private final Checkpoints checkpoints;
  private final AttemptListener listener;

  AttemptContext(
      Attempt attempt,
      LeaseWatch lease,
      Interruption interruption,
      Path directory,
      Ways service,
      MetricReports metrics,
      Checkpoints checkpoints,
      AttemptListener listener) {
    this.attempt = attempt;
    this.lease = lease;
    this.interruption = interruption;
    this.directory = directory;
    this.service = service;
    this.metrics = metrics;
    this.checkpoints = checkpoints;
    this.listener = listener;
  }

  @Override
  public Path directory() {
    return directory;
  }

  @Override
  public Optional<Path> lastCheckpoint() {
    CheckpointReport last = attempt.assignment().checkpoint();
    if (last == null) {
      return Optional.empty();
    }
    try {
      Path file = download(last.artifact());
      log.info("going on from the checkpoint at step {}", last.step());
      return Optional.of(file);
    } catch (RefusedException refused) {
      throw lost(last, refused);
    }
  }

  /** The service hands out the checkpoint before this one next time, where it has that. */
  private static TaskFailedException lost(CheckpointReport last, RefusedException refused) {
    return new TaskFailedException(
        FailureClass.INFRASTRUCTURE,
        "the training cannot go on from its checkpoint at step %d, artifact %s (%s); put the artifact back and retry, or retry without it to begin anew"
            .formatted(last.step(), last.artifact(), refused.getMessage()),
        refused);
  }

  @Override
  public Path artifact(String sha256) {
    try {
      return download(sha256);
    } catch (RefusedException refused) {
      throw notGiven(sha256, refused);
    }
  }

  private Path download(String sha256) {
    return service
        .patience()
        .untilAnswered(
            "download of artifact " + sha256, () -> service.cache().get(sha256), attempt::pause);
  }

  private static TaskFailedException notGiven(String sha256, RefusedException refused) {
    return new TaskFailedException(
        refused.isOfUnknown() ? FailureClass.INVALID : FailureClass.INFRASTRUCTURE,
        "the search service does not give artifact " + sha256 + ": " + refused.getMessage(),
        refused);
  }

  @Override
  public String upload(Path file) {
    return service.upload().send(file, attempt::pause);
  }

  @Override
  public void progress(double share) {
    attempt.progress(share);
    listener.progressed(attempt.assignment(), attempt.progress());
  }

  @Override
  public void metrics(long step, Map<String, Double> values) {
    metrics.add(step, values);
    listener.stepped(attempt.assignment(), step);
  }

  @Override
  public boolean wantsCheckpoint() {
    return checkpoints.areDue();
  }

  @Override
  public void checkpoint(long step, Path file) {
    CheckpointReport report = new CheckpointReport(upload(file), step);
    try {
      service
          .patience()
          .untilAccepted(
              "checkpoint at step " + step,
              () -> service.calls().checkpoint(attempt.reference(), report),
              attempt::pause);
    } catch (RefusedException refused) {
      throw afterRefusal(refused);
    }
    log.info("checkpoint at step {} is artifact {}", step, report.artifact());
    checkpoints.taken();
  }

  private RuntimeException afterRefusal(RefusedException refused) {
    if (!refused.isOfVoidAttempt()) {
      return refused;
    }
    attempt.stop(StopReason.LOST);
    return new TaskStopped(StopReason.LOST);
  }

  @Override
  public void checkContinue() {
    if (lease.hasExpired()) {
      attempt.stop(StopReason.LOST);
    }
    attempt.requireValid();
    if (interruption == Interruption.AT_ONCE || checkpoints.areSafe()) {
      attempt
          .stop()
          .ifPresent(
              reason -> {
                throw new TaskStopped(reason);
              });
    }
  }
}
