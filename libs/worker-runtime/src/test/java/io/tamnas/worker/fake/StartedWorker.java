package io.tamnas.worker.fake;

import static org.awaitility.Awaitility.await;

import io.tamnas.protocol.task.TaskAssignment;
import io.tamnas.worker.fake.FakeSearchService.Call;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.json.JsonMapper;

/** A whole worker in this process, which a fake search service hands tasks to. */
public final class StartedWorker implements AutoCloseable {
  private static final String TOKEN = "the-token-of-this-test";
  private static final String ID = "worker-1";
  private static final Duration LONGEST = Duration.ofSeconds(60);

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final FakeSearchService service;
  private final ConfigurableApplicationContext context;

  /**
   * Starts it on a free port.
   *
   * @param folder for its data root and its work directory
   * @param settings such as {@code tamnas.engine.threads=1}
   */
  public StartedWorker(
      Class<?> application, FakeSearchService service, Path folder, String... settings) {
    this.service = service;
    Stream<String> common =
        Stream.of(
            "server.port=0",
            "tamnas.token=" + TOKEN,
            "tamnas.service.url=" + service.url(),
            "tamnas.worker.id=" + ID,
            "tamnas.data.root=" + folder,
            "tamnas.work.directory=" + folder.resolve("work"));
    this.context =
        new SpringApplicationBuilder(application)
            .registerShutdownHook(false)
            .run(
                Stream.concat(common, Stream.of(settings))
                    .map(setting -> "--" + setting)
                    .toArray(String[]::new));
  }

  /** Hands the attempt over and waits for its result or failure. */
  public Call outcome(TaskAssignment assignment) {
    offer(assignment);
    return await()
        .atMost(LONGEST)
        .until(() -> outcomes(assignment), calls -> !calls.isEmpty())
        .getFirst();
  }

  private List<Call> outcomes(TaskAssignment assignment) {
    return calls(assignment).stream()
        .filter(call -> call.what().equals("result") || call.what().equals("failure"))
        .toList();
  }

  /** What it has sent of the attempt. */
  public List<Call> calls(TaskAssignment assignment) {
    String attempt = assignment.task() + "/attempts/" + assignment.attempt() + "/";
    return service.calls().stream().filter(call -> call.path().contains(attempt)).toList();
  }

  /** Hands the attempt over. */
  public void offer(TaskAssignment assignment) {
    await().atMost(LONGEST).until(() -> post(assignment) == 202);
  }

  private int post(TaskAssignment assignment) throws IOException, InterruptedException {
    byte[] body = JsonMapper.shared().writeValueAsBytes(assignment);
    return send(
        request("/api/v1/tasks")
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofByteArray(body)));
  }

  /** Tells it to stop the task. */
  public void stop(UUID task) throws IOException, InterruptedException {
    send(request("/api/v1/tasks/" + task).DELETE());
  }

  /** Whether it has told the service that it has nothing in hand. */
  public boolean isIdle() {
    List<Call> registrations = service.calls(ID);
    return !registrations.isEmpty() && registrations.getLast().json().path("attempt").isEmpty();
  }

  private HttpRequest.Builder request(String path) {
    String port = context.getEnvironment().getProperty("local.server.port");
    return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
        .header("Authorization", "Bearer " + TOKEN);
  }

  private int send(HttpRequest.Builder request) throws IOException, InterruptedException {
    return http.send(request.build(), BodyHandlers.discarding()).statusCode();
  }

  @Override
  public void close() {
    context.close();
    http.close();
  }
}
