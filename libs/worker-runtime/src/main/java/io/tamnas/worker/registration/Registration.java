package io.tamnas.worker.registration;

import io.tamnas.protocol.worker.RegistrationAnswer;
import io.tamnas.protocol.worker.WorkerRegistration;
import io.tamnas.worker.attempt.Signal;
import io.tamnas.worker.contact.Backoff;
import io.tamnas.worker.contact.RefusedException;
import io.tamnas.worker.contact.SearchService;
import io.tamnas.worker.contact.ServiceUnavailableException;
import io.tamnas.worker.intake.Intake;
import io.tamnas.worker.pulse.Heartbeats;
import io.tamnas.worker.pulse.Heartbeats.Loop;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/**
 * The thread that registers the worker, and keeps doing so as its heartbeat: as often as the
 * service wishes, at once when an attempt begins or ends, and for ever while the service is away.
 */
public final class Registration implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Registration.class);

  private final Presentation presentation;
  private final SearchService service;
  private final Intake intake;
  private final Backoff backoff;
  private final Heartbeats heartbeats;
  private final Signal signal = new Signal();
  private volatile boolean news;
  private volatile boolean closed;
  private boolean registered;

  public Registration(
      Presentation presentation,
      SearchService service,
      Intake intake,
      Backoff backoff,
      Heartbeats heartbeats) {
    this.presentation = presentation;
    this.service = service;
    this.intake = intake;
    this.backoff = backoff;
    this.heartbeats = heartbeats;
  }

  /** Begins to register. */
  public void start() {
    intake.onChange(this::tell);
    Thread.ofPlatform().daemon().name("registration").start(this::run);
  }

  private void tell() {
    news = true;
    signal.raise();
  }

  private void run() {
    MDC.put("worker", presentation.id());
    int failures = 0;
    // a worker that is about to end does not offer itself again
    while (!closed && !intake.isClosed()) {
      news = false;
      Duration wait;
      try {
        wait = register();
        failures = 0;
      } catch (ServiceUnavailableException | RefusedException e) {
        failures++;
        wait = backoff.after(failures);
        registered = false;
        log.warn("not registered: {}; next try in {} ms", e.getMessage(), wait.toMillis());
      } catch (RuntimeException unusable) {
        failures++;
        wait = backoff.after(failures);
        log.warn("registration failed; next try in {} ms", wait.toMillis(), unusable);
      }
      heartbeats.sent(Loop.REGISTRATION, failures == 0, wait);
      signal.await(wait, () -> news || closed);
    }
    heartbeats.rest(Loop.REGISTRATION);
  }

  /** Registers once and answers after what time to do it again. */
  private Duration register() {
    WorkerRegistration registration = presentation.now(intake.current());
    RegistrationAnswer answer = service.register(presentation.id(), registration);
    if (!registered) {
      log.info("registered as {} at {}", presentation.id(), registration.url());
      registered = true;
    }
    intake.obey(answer.directive());
    return Duration.ofSeconds(Math.max(1, answer.heartbeatSeconds()));
  }

  @Override
  public void close() {
    closed = true;
    signal.raise();
  }
}
