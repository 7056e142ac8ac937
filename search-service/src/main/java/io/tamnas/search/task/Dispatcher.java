package io.tamnas.search.task;

import io.opentelemetry.context.Scope;
import io.tamnas.protocol.task.FailureClass;
import io.tamnas.protocol.task.TaskAssignment;
import io.tamnas.protocol.task.TaskFailure;
import io.tamnas.search.trace.JobTraces;
import io.tamnas.search.trace.LogScope;
import io.tamnas.search.worker.WorkerSettings;
import io.tamnas.search.worker.Workers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Brings a claimed attempt to its worker, and ends it where the worker does not take it. */
@Component
class Dispatcher {

  private static final Logger log = LoggerFactory.getLogger(Dispatcher.class);

  private static final int MOST_MILLIS = 400;

  private final WorkerClient client;
  private final Attempts attempts;
  private final TaskOwner owner;
  private final Workers workers;
  private final WorkerSettings settings;
  private final JobTraces traces;
  private final Clock clock;
  private final ApplicationEventPublisher events;

  Dispatcher(
      WorkerClient client,
      Attempts attempts,
      TaskOwner owner,
      Workers workers,
      WorkerSettings settings,
      JobTraces traces,
      Clock clock,
      ApplicationEventPublisher events) {
    this.client = client;
    this.attempts = attempts;
    this.owner = owner;
    this.workers = workers;
    this.settings = settings;
    this.traces = traces;
    this.clock = clock;
    this.events = events;
  }

  void deliver(Claim claim) {
    Task task = claim.task();
    try (Scope _ = traces.of(task.job()).makeCurrent();
        LogScope _ =
            LogScope.ofJob(task.job()).attempt(task.id(), claim.attempt()).worker(claim.worker())) {
      deliver(claim, task);
    }
  }

  private void deliver(Claim claim, Task task) {
    try {
      if (owner.isChangedByStart(task)) {
        attempts.started(task);
      }
      react(claim, timed(claim));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (StaleAttempt e) {
      log.debug("nobody wants it any more: {}", e.getMessage());
    } catch (RuntimeException e) {
      log.error("what became of the delivery is not known; its lease decides", e);
    }
  }

  private Delivery timed(Claim claim) throws InterruptedException {
    Instant begin = clock.instant();
    Delivery delivery = offer(claim);
    events.publishEvent(
        new DeliveryEvent(
            claim.task().work().kind(),
            answer(delivery),
            Duration.between(claim.task().readyAt(), begin),
            Duration.between(begin, clock.instant())));
    return delivery;
  }

  private static DeliveryEvent.Answer answer(Delivery delivery) {
    return switch (delivery) {
      case Delivery.Accepted() -> DeliveryEvent.Answer.ACCEPTED;
      case Delivery.Busy _ -> DeliveryEvent.Answer.BUSY;
      case Delivery.Unreachable _ -> DeliveryEvent.Answer.UNREACHABLE;
      case Delivery.Refused _ -> DeliveryEvent.Answer.REFUSED;
    };
  }

  /** Offers it more than once: a worker that has just reported is busy for a moment. */
  private Delivery offer(Claim claim) throws InterruptedException {
    TaskAssignment assignment = assignment(claim);
    Delivery delivery = client.deliver(claim.url(), assignment);
    for (int pause = 10; delivery instanceof Delivery.Busy && pause < MOST_MILLIS; pause *= 2) {
      TimeUnit.MILLISECONDS.sleep(pause);
      delivery = client.deliver(claim.url(), assignment);
    }
    return delivery;
  }

  private TaskAssignment assignment(Claim claim) {
    return new TaskAssignment(
        claim.task().id(),
        claim.attempt(),
        claim.task().job(),
        Math.toIntExact(Math.max(1, settings.lease().toSeconds())),
        claim.task().work(),
        claim.checkpoint());
  }

  private void react(Claim claim, Delivery delivery) {
    switch (delivery) {
      case Delivery.Accepted() ->
          log.info("{} given to worker {}", claim.task().work().kind(), claim.worker());
      case Delivery.Busy(double seconds) -> {
        workers.leaveAlone(claim.worker(), claim.incarnation(), seconds);
        attempts.takeBack(claim.task().id(), claim.attempt(), "the worker was busy");
      }
      case Delivery.Unreachable(String reason) -> {
        workers.shun(claim.worker(), claim.incarnation());
        attempts.lose(claim.task().id(), claim.attempt(), unreachable(claim) + reason);
      }
      case Delivery.Refused(int status) -> {
        workers.shun(claim.worker(), claim.incarnation());
        attempts.fail(
            claim.task().id(),
            claim.attempt(),
            new TaskFailure(
                FailureClass.INFRASTRUCTURE,
                "worker " + claim.worker() + " refused the task with status " + status));
      }
    }
  }

  private static String unreachable(Claim claim) {
    return "worker %s could not be reached at %s: ".formatted(claim.worker(), claim.url());
  }
}
