package io.tamnas.benchmarks.load.worker;

import io.tamnas.benchmarks.load.wire.Message;
import io.tamnas.protocol.task.TaskAssignment;
import io.tamnas.protocol.task.TaskKind;
import io.tamnas.protocol.task.TaskResult;
import io.tamnas.protocol.task.Work;
import io.tamnas.protocol.worker.WorkerRegistration;
import java.net.URI;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * A worker that does one task at a time: it answers 202, sends a heartbeat, lets the time of the
 * work pass, and sends a result.
 */
final class SimulatedWorker {

  private static final JsonMapper JSON = JsonMapper.shared();
  private static final Message ACCEPTED = Message.of("HTTP/1.1 202 Accepted", "");
  private static final Message STOPPED = Message.of("HTTP/1.1 204 No Content", "");
  private static final Message BUSY = Message.of("HTTP/1.1 503 Service Unavailable", "");
  private static final String DATASET_DIGEST = "d".repeat(64);

  private final String id;
  private final URI url;
  private final ServiceCalls service;
  private final Duration work;
  private final Ledger ledger;
  private final UUID incarnation = UUID.randomUUID();
  private final AtomicReference<@Nullable TaskAssignment> inHand = new AtomicReference<>();

  /** One whose measurements take so long. */
  SimulatedWorker(String id, URI url, ServiceCalls service, Duration work, Ledger ledger) {
    this.id = id;
    this.url = url;
    this.service = service;
    this.work = work;
    this.ledger = ledger;
  }

  /** Registers until the thread is interrupted, as often as the service wants, or it fails. */
  void registerForEver() {
    try {
      while (true) {
        TimeUnit.SECONDS.sleep(register());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      if (!Thread.currentThread().isInterrupted()) {
        ledger.failed(String.valueOf(e));
      }
    }
  }

  /** Registers, and tells after how many seconds to do so again. */
  int register() {
    TaskAssignment assignment = inHand.get();
    return service
        .register(
            id,
            new WorkerRegistration(
                url,
                incarnation,
                Set.of(TaskKind.TRAIN_SUPERNET, TaskKind.EVALUATE),
                "cpu",
                1L << 30,
                "simulated",
                MadeUpMeasurement.ENVIRONMENT,
                null,
                assignment == null
                    ? null
                    : new WorkerRegistration.AttemptReference(
                        assignment.task(), assignment.attempt())))
        .heartbeatSeconds();
  }

  Message answer(Message request) {
    if (request.method().equals("DELETE")) {
      ledger.failed(id + " was to stop, though nobody stops what the load asks for");
      return STOPPED;
    }
    long arrived = System.nanoTime();
    TaskAssignment assignment = JSON.readValue(request.body(), TaskAssignment.class);
    if (!inHand.compareAndSet(null, assignment)) {
      if (isSame(inHand.get(), assignment)) {
        return ACCEPTED;
      }
      ledger.refused();
      return BUSY;
    }
    Thread.ofVirtual().start(() -> work(assignment, arrived));
    return ACCEPTED;
  }

  private static boolean isSame(@Nullable TaskAssignment held, TaskAssignment other) {
    return held != null && held.task().equals(other.task()) && held.attempt() == other.attempt();
  }

  private void work(TaskAssignment assignment, long arrived) {
    try {
      service.heartbeat(assignment);
      TaskResult result = outcome(assignment.work());
      long reported = System.nanoTime();
      service.result(assignment, result);
      note(assignment, arrived, reported);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      ledger.failed(String.valueOf(e));
    } finally {
      inHand.set(null);
    }
  }

  private TaskResult outcome(Work asked) throws InterruptedException {
    return switch (asked) {
      case Work.TrainSupernet training ->
          new TaskResult.SupernetTrained(service.upload("supernet " + training), DATASET_DIGEST);
      case Work.Evaluate evaluation -> {
        TimeUnit.NANOSECONDS.sleep(work.toNanos());
        yield MadeUpMeasurement.of(evaluation);
      }
      case Work.MeasureLatency _,
          Work.TransferMatrix _,
          Work.TrainSubnet _,
          Work.Validate _,
          Work.Export _ ->
          throw new IllegalArgumentException("no job of the load asks for " + asked.kind());
    };
  }

  private void note(TaskAssignment assignment, long arrived, long reported) {
    if (assignment.work() instanceof Work.Evaluate evaluation) {
      ledger.evaluated(
          new Evaluation(
              assignment.job(), evaluation.genotype(), arrived, reported, System.nanoTime()));
    }
  }
}
