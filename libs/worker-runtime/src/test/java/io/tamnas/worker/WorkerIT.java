package io.tamnas.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tamnas.protocol.task.TaskAssignment;
import io.tamnas.worker.fake.Assigned;
import io.tamnas.worker.fake.FakeRunner;
import io.tamnas.worker.fake.FakeSearchService;
import io.tamnas.worker.identity.WorkerDescription;
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
import java.util.UUID;
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
  private static FakeSearchService service;
  private static ConfigurableApplicationContext worker;

  /** Not annotated as a configuration, so that no worker finds it by scanning. */
  @EnableAutoConfiguration
  @Import(WorkerRuntime.class)
  static class FakeWorker {
    @Bean
    TaskRunner runner() {
      return FakeRunner.endless(Interruption.AFTER_CHECKPOINT);
    }

    @Bean
    WorkerDescription description() {
      return new WorkerDescription("cpu", "1.0", "bits");
    }
  }

  @BeforeAll
  static void start() throws IOException {
    service = new FakeSearchService();
    worker =
        new SpringApplicationBuilder(FakeWorker.class)
            .registerShutdownHook(false)
            .properties("spring.application.name=fake-worker")
            .run(
                "--server.port=0",
                "--tamnas.token=" + TOKEN,
                "--tamnas.service.url=" + service.url(),
                "--tamnas.worker.id=fake-1",
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
  void isLiveAndReady() throws Exception {
    assertThat(get("/actuator/health/liveness")).contains("UP");
    assertThat(get("/actuator/health/readiness")).contains("UP");
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
