package io.tamnas.worker.attempt;

import io.tamnas.worker.contact.RefusedException;
import io.tamnas.worker.task.StopReason;
import io.tamnas.worker.task.TaskStopped;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The thread that sends an attempt's metrics every few seconds, beside the work. */
final class MetricSender implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(MetricSender.class);

  private final Attempt attempt;
  private final MetricReports reports;
  private final Duration interval;
  private final Signal closing = new Signal();
  private final Thread thread;
  private volatile boolean closed;

  MetricSender(Attempt attempt, MetricReports reports, Duration interval) {
    this.attempt = attempt;
    this.reports = reports;
    this.interval = interval;
    this.thread =
        Thread.ofPlatform().daemon().name("metrics").unstarted(InheritedLog.of(this::run));
  }

  void start() {
    thread.start();
  }

  private void run() {
    try {
      while (!closing.await(interval, () -> closed)) {
        reports.sendAll();
      }
      reports.sendAll();
    } catch (TaskStopped stopped) {
      log.debug("metrics are not wanted any more", stopped);
    } catch (RefusedException ofVoidAttempt) {
      log.warn("metrics were refused: {}", ofVoidAttempt.getMessage());
      attempt.stop(StopReason.LOST);
    }
  }

  /** Sends what is left and ends the thread; a void attempt's rest is dropped. */
  @Override
  public void close() {
    closed = true;
    closing.raise();
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
