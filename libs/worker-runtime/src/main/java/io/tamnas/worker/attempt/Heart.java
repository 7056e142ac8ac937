package io.tamnas.worker.attempt;

import io.tamnas.protocol.task.Heartbeat;
import io.tamnas.protocol.task.HeartbeatAnswer.Instruction;
import io.tamnas.worker.contact.Backoff;
import io.tamnas.worker.contact.RefusedException;
import io.tamnas.worker.contact.SearchService;
import io.tamnas.worker.contact.ServiceUnavailableException;
import io.tamnas.worker.lease.LeaseWatch;
import io.tamnas.worker.pulse.Heartbeats;
import io.tamnas.worker.pulse.Heartbeats.Loop;
import io.tamnas.worker.task.StopReason;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The thread that keeps an attempt's lease: a heartbeat every third of it, sooner after a failed
 * one. Where none succeeds for the whole lease, the work stops as lost; an outcome that is being
 * reported is left to the service's judgement.
 */
final class Heart implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Heart.class);

  private final Attempt attempt;
  private final SearchService service;
  private final Backoff backoff;
  private final Clock clock;
  private final LeaseWatch lease;
  private final Heartbeats heartbeats;
  private final Signal closing = new Signal();
  private volatile boolean closed;

  Heart(
      Attempt attempt,
      SearchService service,
      Backoff backoff,
      Clock clock,
      LeaseWatch lease,
      Heartbeats heartbeats) {
    this.attempt = attempt;
    this.service = service;
    this.backoff = backoff;
    this.clock = clock;
    this.lease = lease;
    this.heartbeats = heartbeats;
  }

  void start() {
    Thread.ofPlatform().daemon().name("heart").start(InheritedLog.of(this::run));
  }

  private void run() {
    Duration interval = attempt.lease().dividedBy(3);
    int failures = 0;
    Duration wait = Duration.ZERO;
    while (!closing.await(wait, () -> closed) && !attempt.isVoid()) {
      failures = beat() ? 0 : failures + 1;
      wait = failures == 0 ? interval : shorter(backoff.after(failures), interval);
      heartbeats.sent(Loop.ATTEMPT, failures == 0, wait);
    }
    heartbeats.rest(Loop.ATTEMPT);
  }

  /** Sends one heartbeat and answers whether the service took it. */
  private boolean beat() {
    Instant sent = clock.instant();
    try {
      var answer = service.heartbeat(attempt.reference(), new Heartbeat(attempt.progress()));
      lease.renewed(sent);
      obey(answer.instruction());
      return true;
    } catch (ServiceUnavailableException away) {
      log.warn("heartbeat: {}", away.getMessage());
      watchLease();
      return false;
    } catch (RefusedException refused) {
      log.warn("the heartbeat was refused: {}", refused.getMessage());
      attempt.stop(StopReason.LOST);
      return false;
    } catch (RuntimeException unusable) {
      log.warn("the answer to the heartbeat cannot be used", unusable);
      watchLease();
      return false;
    }
  }

  private void obey(Instruction instruction) {
    switch (instruction) {
      case CONTINUE -> {}
      case CANCEL -> attempt.stop(StopReason.CANCELLED);
      case PAUSE -> attempt.stop(StopReason.PAUSED);
      case LOST -> attempt.stop(StopReason.LOST);
    }
  }

  private void watchLease() {
    if (lease.hasExpired() && attempt.stage() == Attempt.Stage.WORKING) {
      log.warn("no heartbeat reached the service for the time of the lease; the work stops");
      attempt.stop(StopReason.LOST);
    }
  }

  private static Duration shorter(Duration first, Duration second) {
    return first.compareTo(second) < 0 ? first : second;
  }

  @Override
  public void close() {
    closed = true;
    closing.raise();
  }
}
