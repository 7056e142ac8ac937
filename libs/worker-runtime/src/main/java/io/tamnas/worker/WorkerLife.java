package io.tamnas.worker;

import io.tamnas.worker.contact.SearchService;
import io.tamnas.worker.contact.ServiceProperties;
import io.tamnas.worker.identity.WorkerDescription;
import io.tamnas.worker.identity.WorkerName;
import io.tamnas.worker.identity.WorkerProperties;
import io.tamnas.worker.intake.DrainProperties;
import io.tamnas.worker.intake.Intake;
import io.tamnas.worker.pulse.Heartbeats;
import io.tamnas.worker.registration.Presentation;
import io.tamnas.worker.registration.Registration;
import java.net.URI;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Begins to register when all else runs, and drains before anything else stops. */
@Component
class WorkerLife implements SmartLifecycle {
  private static final Logger log = LoggerFactory.getLogger(WorkerLife.class);

  private final Intake intake;
  private final SearchService service;
  private final ServiceProperties settings;
  private final DrainProperties drain;
  private final WorkerName name;
  private final WorkerProperties worker;
  private final WorkerDescription description;
  private final Heartbeats heartbeats;
  private final Environment environment;
  private @Nullable Registration registration;

  WorkerLife(
      Intake intake,
      SearchService service,
      ServiceProperties settings,
      DrainProperties drain,
      WorkerName name,
      WorkerProperties worker,
      WorkerDescription description,
      Heartbeats heartbeats,
      Environment environment) {
    this.intake = intake;
    this.service = service;
    this.settings = settings;
    this.drain = drain;
    this.name = name;
    this.worker = worker;
    this.description = description;
    this.heartbeats = heartbeats;
    this.environment = environment;
  }

  @Override
  public void start() {
    var presentation =
        new Presentation(name, url(), UUID.randomUUID(), intake.kinds(), description);
    registration = new Registration(presentation, service, intake, settings.backoff(), heartbeats);
    registration.start();
  }

  private URI url() {
    String port = environment.getProperty("local.server.port", "0");
    return Objects.requireNonNullElseGet(
        worker.url(), () -> URI.create("http://localhost:" + port));
  }

  @Override
  public void stop() {
    log.info("draining");
    if (!intake.drain(drain.finish(), drain.timeout())) {
      log.error("the task was not safe after {}; its lease will run out", drain.timeout());
    }
    if (registration != null) {
      registration.close();
    }
    registration = null;
  }

  @Override
  public boolean isRunning() {
    return registration != null;
  }

  /** The last to start and the first to stop. */
  @Override
  public int getPhase() {
    return Integer.MAX_VALUE;
  }
}
