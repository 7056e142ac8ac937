package io.tamnas.search.support;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.tamnas.protocol.task.TaskAssignment;
import io.tamnas.protocol.task.TaskFailure;
import io.tamnas.protocol.task.TaskKind;
import io.tamnas.protocol.task.TaskResult;
import io.tamnas.protocol.worker.WorkerHeader;
import io.tamnas.protocol.worker.WorkerRegistration;
import io.tamnas.protocol.worker.WorkerRegistration.AttemptReference;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** A worker over real HTTP whose answers are made up, at once. */
public final class FakeWorker implements AutoCloseable {

  private static final JsonMapper JSON = JsonMapper.shared();

  private final String id;
  private final Supplier<Service> service;
  private final Behaviour behaviour;
  private final HttpServer server;
  private final int port;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final UUID incarnation = UUID.randomUUID();
  private final List<TaskAssignment> received = new CopyOnWriteArrayList<>();
  private final List<String> traceParents = new CopyOnWriteArrayList<>();
  private final Set<UUID> stopped = ConcurrentHashMap.newKeySet();
  private volatile String environment = "test";
  private volatile String machine = "a machine";
  private volatile boolean busy;
  private volatile boolean open = true;

  /** What a worker makes of an assignment. */
  @FunctionalInterface
  public interface Behaviour {
    /** What it reports at the end; nothing where it is silent for ever. */
    @Nullable Object outcome(FakeWorker worker, TaskAssignment assignment);
  }

  public FakeWorker(String id, Supplier<Service> service, Behaviour behaviour) {
    this.id = id;
    this.service = service;
    this.behaviour = behaviour;
    try {
      server = HttpServer.create(new InetSocketAddress("localhost", 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    port = server.getAddress().getPort();
    server.setExecutor(threads);
    server.createContext("/api/v1/tasks", this::handle);
    server.start();
  }

  /** Registers, and goes on registering as a heartbeat. */
  public FakeWorker start() {
    register();
    threads.execute(this::heartbeats);
    return this;
  }

  public FakeWorker environment(String text) {
    environment = text;
    return this;
  }

  public String environment() {
    return environment;
  }

  public FakeWorker machine(String text) {
    machine = text;
    return this;
  }

  public String machine() {
    return machine;
  }

  public void register() {
    service
        .get()
        .putAsWorker(
            "/api/v1/workers/" + id,
            new WorkerRegistration(
                URI.create("http://localhost:" + port),
                incarnation,
                Set.of(TaskKind.values()),
                "cpu",
                1L << 30,
                "test",
                environment,
                machine,
                busy ? new AttemptReference(UUID.randomUUID(), 1) : null));
  }

  public Service service() {
    return service.get();
  }

  public List<TaskAssignment> received() {
    return received;
  }

  /** The header of that name of each that was received, in their order. */
  public List<String> traceParents() {
    return traceParents;
  }

  public Set<UUID> stopped() {
    return stopped;
  }

  /** From now on every assignment is answered with 503, as if it had something else in hand. */
  public void beBusy() {
    busy = true;
  }

  @Override
  public void close() {
    open = false;
    server.stop(0);
    threads.shutdownNow();
  }

  private void heartbeats() {
    try {
      while (open) {
        TimeUnit.MILLISECONDS.sleep(500);
        registerQuietly();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void registerQuietly() {
    try {
      register();
    } catch (UncheckedIOException | IllegalStateException e) {
      // the service is down for now
    }
  }

  private void handle(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    if (exchange.getRequestMethod().equals("DELETE")) {
      stopped.add(UUID.fromString(path.substring(path.lastIndexOf('/') + 1)));
      answer(exchange, 204);
    } else if (!("Bearer " + Service.TOKEN)
        .equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
      answer(exchange, 401);
    } else if (busy) {
      answer(exchange, 503);
    } else {
      TaskAssignment assignment = JSON.readValue(exchange.getRequestBody(), TaskAssignment.class);
      traceParents.add(String.valueOf(exchange.getRequestHeaders().getFirst("traceparent")));
      received.add(assignment);
      answer(exchange, 202);
      threads.execute(() -> work(assignment));
    }
  }

  private void work(TaskAssignment assignment) {
    Object outcome = behaviour.outcome(this, assignment);
    while (outcome != null && open) {
      try {
        report(assignment, outcome);
        return;
      } catch (UncheckedIOException e) {
        Thread.onSpinWait(); // the service is down for now; its answer counts
      }
    }
  }

  public Service.Answer report(TaskAssignment assignment, Object outcome) {
    String attempt =
        "/api/v1/tasks/" + assignment.task() + "/attempts/" + assignment.attempt() + "/";
    return switch (outcome) {
      case TaskResult result ->
          service
              .get()
              .send(
                  json(
                      attempt + "result",
                      JSON.writerFor(TaskResult.class).writeValueAsString(result)));
      case TaskFailure failure ->
          service.get().send(json(attempt + "failure", JSON.writeValueAsString(failure)));
      default -> throw new IllegalArgumentException("no outcome: " + outcome);
    };
  }

  private HttpRequest.Builder json(String path, String body) {
    return HttpRequest.newBuilder(service.get().uri(path))
        .header("Authorization", "Bearer " + Service.TOKEN)
        .header(WorkerHeader.NAME, id)
        .header("Content-Type", "application/json")
        .POST(HttpRequest.BodyPublishers.ofString(body));
  }

  private static void answer(HttpExchange exchange, int status) throws IOException {
    exchange.sendResponseHeaders(status, -1);
    exchange.close();
  }
}
