package io.tamnas.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tamnas.protocol.task.TaskAssignment;
import io.tamnas.protocol.task.TaskResult;
import io.tamnas.worker.fake.Assigned;
import io.tamnas.worker.fake.FakeRunner;
import io.tamnas.worker.fake.FakeSearchService;
import io.tamnas.worker.fake.FakeSearchService.Call;
import io.tamnas.worker.identity.WorkerDescription;
import io.tamnas.worker.task.TaskContext;
import io.tamnas.worker.task.TaskRunner;
import io.tamnas.worker.task.TaskRunner.Interruption;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A whole worker, with a fake runner, against a fake service. */
class WorkerIT {
  private static final String TOKEN = "the-token-of-this-test";
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  @TempDir static Path folder;
  private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";

  private static FakeSearchService service;
  private static volatile boolean done;
  private static ConfigurableApplicationContext worker;

  /** Not annotated as a configuration, so that no worker finds it by scanning. */
  @EnableAutoConfiguration
  @Import(WorkerRuntime.class)
  static class FakeWorker {
    @Bean
    TaskRunner runner() {
      return new FakeRunner(Interruption.AFTER_CHECKPOINT, WorkerIT::work);
    }

    @Bean
    WorkerDescription description() {
      return new WorkerDescription("cpu", "1.0", "bits");
    }
  }

  private static TaskResult work(TaskContext context) throws Exception {
    context.metrics(10, Map.of("trainingLoss", 1.0));
    while (!done) {
      context.checkContinue();
      if (context.wantsCheckpoint()) {
        return FakeRunner.workForEver(context);
      }
      Thread.sleep(2);
    }
    return FakeRunner.RESULT;
  }

  @BeforeAll
  static void start() throws IOException {
    service = new FakeSearchService();
    worker =
        new SpringApplicationBuilder(FakeWorker.class)
            .registerShutdownHook(false)
            .properties("spring.application.name=fake-worker")
            .run(
                "--spring.config.import=classpath:worker.yaml",
                "--server.port=0",
                "--tamnas.token=" + TOKEN,
                "--tamnas.service.url=" + service.url(),
                "--tamnas.worker.id=fake-1",
                "--logging.file.name=" + folder.resolve("worker.log"),
                "--logging.structured.format.file=logstash",
                "--management.opentelemetry.tracing.export.otlp.endpoint="
                    + service.url().resolve("/v1/traces"),
                "--management.opentelemetry.tracing.export.schedule-delay=50ms",
                "--tamnas.data.root=" + folder,
                "--tamnas.work.directory=" + folder.resolve("work"));
  }

  @AfterAll
  static void stop() {
    worker.close();
    service.close();
  }

  @AfterEach
  void stopTheTask() throws Exception {
    done = false;
    int before = service.calls("fake-1").size();
    call("DELETE", "/api/v1/tasks/" + new UUID(0, 1), "");
    await().until(() -> service.calls("fake-1").size() > before && isIdle());
  }

  @Test
  void registersWithItsAddressAndTheToken() {
    await().until(() -> !service.calls("fake-1").isEmpty());

    var registration = service.calls("fake-1").getFirst();
    assertThat(registration.authorization()).isEqualTo("Bearer " + TOKEN);
    assertThat(registration.json().path("url").asString()).isEqualTo("http://localhost:" + port());
  }

  @Test
  void takesATaskOnceAndRefusesAnotherMeanwhile() throws Exception {
    String first = JSON.writeValueAsString(fresh());

    assertThat(post(first).statusCode()).isEqualTo(202);
    assertThat(post(first).statusCode()).isEqualTo(202);

    HttpResponse<String> busy = post(JSON.writeValueAsString(Assigned.task(2)));
    assertThat(busy.statusCode()).isEqualTo(503);
    assertThat(busy.headers().firstValue("Retry-After")).hasValue("2");
    assertThat(problem(busy).path("type").asString()).isEqualTo("urn:tamnas:problem:worker-busy");
  }

  @Test
  void stopsATaskWhoeverAsksForItTwice() throws Exception {
    assertThat(call("DELETE", "/api/v1/tasks/" + UUID.randomUUID(), "").statusCode())
        .isEqualTo(204);
  }

  @Test
  void refusesCallersWithoutTheToken() throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(uri("/api/v1/tasks"))
            .header("Authorization", "Bearer wrong")
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString("{}"))
            .build();

    HttpResponse<String> answer = HTTP.send(request, BodyHandlers.ofString());

    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(problem(answer).path("type").asString())
        .isEqualTo("urn:tamnas:problem:unauthorized");
  }

  @Test
  void namesEveryMissingMember() throws Exception {
    HttpResponse<String> answer = post("{\"attempt\": 0, \"leaseSeconds\": 60}");

    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(problem(answer).path("violations"))
        .extracting(violation -> violation.path("pointer").asString())
        .containsExactly("/task", "/job", "/work", "/attempt");
  }

  @Test
  void refusesKindsThatItDoesNotKnow() throws Exception {
    HttpResponse<String> answer =
        post(JSON.writeValueAsString(fresh()).replace("TRAIN_SUPERNET", "BAKE_BREAD"));

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(problem(answer).path("type").asString())
        .isEqualTo("urn:tamnas:problem:malformed-json");
    assertThat(problem(answer).path("detail").asString()).contains("/work");
  }

  @Test
  void tellsMalformedCallsApart() throws Exception {
    assertThat(typeOf(post("{"))).isEqualTo("malformed-json");
    assertThat(typeOf(call("DELETE", "/api/v1/tasks/seven", ""))).isEqualTo("bad-request");
    assertThat(typeOf(call("PUT", "/api/v1/tasks", "{}"))).isEqualTo("method-not-allowed");
    assertThat(typeOf(call("GET", "/api/v1/nothing", ""))).isEqualTo("not-found");
  }

  @Test
  void isReadyOnlyWhileTheServiceTakesItAndLiveAllTheSame() throws Exception {
    await().until(() -> status("/actuator/health/readiness") == 200);
    service.leave();
    try {
      await().until(() -> status("/actuator/health/readiness") == 503);
      assertThat(get("/actuator/health/readiness")).contains("has not taken this worker");
      assertThat(status("/actuator/health/liveness")).isEqualTo(200);
      await().untilAsserted(() -> assertThat(metric("tamnas_worker_registered")).isZero());
    } finally {
      service.comeBack();
    }
    await().until(() -> status("/actuator/health/readiness") == 200);
    assertThat(metric("tamnas_worker_registered")).isEqualTo(1);
    assertThat(metric("tamnas_worker_heartbeats_total{of=\"registration\",outcome=\"failed\"}"))
        .isPositive();
  }

  @Test
  void showsWhatItDoes() throws Exception {
    assertThat(metric("tamnas_worker_busy")).isZero();
    post(JSON.writeValueAsString(fresh()));

    await().untilAsserted(() -> assertThat(metric("tamnas_worker_busy")).isEqualTo(1));
    assertThat(metric("tamnas_worker_task{kind=\"TRAIN_SUPERNET\"}")).isEqualTo(1);
    await()
        .untilAsserted(
            () ->
                assertThat(metric("tamnas_worker_steps_total{kind=\"TRAIN_SUPERNET\"}"))
                    .isGreaterThanOrEqualTo(10));
    assertThat(metric("tamnas_worker_images_total{kind=\"TRAIN_SUPERNET\"}"))
        .isGreaterThanOrEqualTo(80);
    assertThat(metric("process_cpu_usage")).isNotNegative();
    assertThat(metric("tamnas_worker_memory_bytes")).isPositive();
    assertThat(
            metric("tamnas_worker_description{device=\"cpu\",version=\"1.0\",worker=\"fake-1\"}"))
        .isEqualTo(1);
    done = true;
    await()
        .untilAsserted(
            () ->
                assertThat(get("/actuator/prometheus"))
                    .containsPattern(
                        "tamnas_worker_attempt_seconds_count\\{.*kind=\"TRAIN_SUPERNET\",outcome=\"succeeded\"\\} [1-9]"));
  }

  @Test
  void goesOnInTheTraceThatTheServiceHandsOver() throws Exception {
    TaskAssignment assignment = fresh();
    HttpRequest request =
        HttpRequest.newBuilder(uri("/api/v1/tasks"))
            .header("Authorization", "Bearer " + TOKEN)
            .header("Content-Type", "application/json")
            .header("traceparent", "00-" + TRACE + "-00f067aa0ba902b7-01")
            .POST(BodyPublishers.ofString(JSON.writeValueAsString(assignment)))
            .build();
    assertThat(HTTP.send(request, BodyHandlers.discarding()).statusCode()).isEqualTo(202);
    await().until(() -> !reports(assignment, "heartbeat").isEmpty());
    done = true;
    await().until(() -> !reports(assignment, "result").isEmpty());

    assertThat(reports(assignment, ""))
        .extracting(Call::what)
        .contains("heartbeat", "metrics", "result");
    assertThat(reports(assignment, ""))
        .allSatisfy(
            call -> {
              assertThat(call.traceParent()).startsWith("00-" + TRACE + "-").endsWith("-01");
              assertThat(call.worker()).isEqualTo("fake-1");
            });
    await().untilAsserted(() -> assertThat(exported()).contains("attempt TRAIN_SUPERNET"));
    assertThat(exported()).contains("/result", assignment.job().toString());
    assertThat(exported()).doesNotContain("/heartbeat", "/api/v1/workers");
    JsonNode line = logged("attempt begins: TRAIN_SUPERNET", TRACE);
    assertThat(line.path("job").asString()).isEqualTo(assignment.job().toString());
    assertThat(line.path("task").asString()).isEqualTo(assignment.task().toString());
    assertThat(line.path("attempt").asInt()).isEqualTo(assignment.attempt());
    assertThat(line.path("worker").asString()).isEqualTo("fake-1");
  }

  private static List<Call> reports(TaskAssignment assignment, String what) {
    String attempt =
        "/api/v1/tasks/" + assignment.task() + "/attempts/" + assignment.attempt() + "/";
    return service.calls().stream().filter(call -> call.path().startsWith(attempt + what)).toList();
  }

  private static String exported() {
    return service.calls("traces").stream().map(Call::body).collect(Collectors.joining());
  }

  private static JsonNode logged(String message, String trace) throws IOException {
    return Files.readAllLines(folder.resolve("worker.log")).stream()
        .filter(line -> line.contains(message) && line.contains(trace))
        .map(JSON::readTree)
        .findFirst()
        .orElseThrow();
  }

  private static double metric(String series) throws Exception {
    return get("/actuator/prometheus")
        .lines()
        .filter(line -> line.startsWith(series + " "))
        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
        .findFirst()
        .orElseThrow(() -> new AssertionError(series + " is missing"));
  }

  private static int status(String path) throws Exception {
    return HTTP.send(HttpRequest.newBuilder(uri(path)).build(), BodyHandlers.discarding())
        .statusCode();
  }

  /** {@code -Dopenapi.write} writes the file anew. */
  @Test
  void servesThePublishedContract() throws Exception {
    Path published = Path.of(System.getProperty("tamnas.root"), "openapi", "worker.yaml");
    String served = get("/v3/api-docs.yaml");
    if (System.getProperty("openapi.write") != null) {
      Files.createDirectories(published.getParent());
      Files.writeString(published, served);
    }

    assertThat(served)
        .as(
            "what is served and %s; ./mvnw -pl libs/worker-runtime -am verify -Dopenapi.write"
                + " writes it anew",
            published)
        .isEqualTo(Files.readString(published, StandardCharsets.UTF_8));
  }

  /** An attempt that no earlier test has begun. */
  private static TaskAssignment fresh() {
    attempts++;
    return Assigned.attempt(1, attempts);
  }

  private static int attempts;

  private static boolean isIdle() {
    return service.calls("fake-1").getLast().json().path("attempt").isNull();
  }

  private static HttpResponse<String> post(String body) throws Exception {
    return call("POST", "/api/v1/tasks", body);
  }

  private static HttpResponse<String> call(String method, String path, String body)
      throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(uri(path))
            .header("Authorization", "Bearer " + TOKEN)
            .header("Content-Type", "application/json")
            .method(method, BodyPublishers.ofString(body))
            .build();
    return HTTP.send(request, BodyHandlers.ofString());
  }

  private static String get(String path) throws Exception {
    HttpRequest open = HttpRequest.newBuilder(uri(path)).build();
    return HTTP.send(open, BodyHandlers.ofString(StandardCharsets.UTF_8)).body();
  }

  private static JsonNode problem(HttpResponse<String> answer) {
    assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    return JSON.readTree(answer.body());
  }

  private static String typeOf(HttpResponse<String> answer) {
    return problem(answer).path("type").asString().replace("urn:tamnas:problem:", "");
  }

  private static URI uri(String path) {
    return URI.create("http://localhost:" + port() + path);
  }

  private static String port() {
    return String.valueOf(worker.getEnvironment().getProperty("local.server.port"));
  }
}
