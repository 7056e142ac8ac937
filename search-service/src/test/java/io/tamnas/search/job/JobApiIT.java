package io.tamnas.search.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.tamnas.search.specification.SpecificationParser;
import io.tamnas.search.support.RunningService;
import io.tamnas.search.support.Service;
import io.tamnas.search.support.Submitted;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class JobApiIT {

  private static final String JOBS = "/api/v1/search-jobs";
  private static final String UNKNOWN = JOBS + "/0190b5f0-7a4e-7c3c-9d9a-3f3f6d8a2b11";

  @RegisterExtension static final RunningService RUNNING = new RunningService();

  private final Service service = RUNNING.service();

  @Test
  void acceptsTheSmallestSpecification() {
    Service.Answer answer = service.post(JOBS, "{\"dataset\": {\"name\": \"cifar10\"}}");

    assertThat(answer.status()).isEqualTo(202);
    assertThat(answer.header("Retry-After")).isNotEmpty();
    JsonNode status = answer.json();
    assertThat(answer.header("Location")).isEqualTo(JOBS + "/" + status.get("id").asString());
    assertThat(status.get("state").asString()).isEqualTo("QUEUED");
    assertThat(status.get("generation").isNull()).isTrue();
    assertThat(status.get("timeLeftSeconds").isNull()).isTrue();
  }

  @Test
  void givesTheSpecificationBackWithEveryDefault() {
    Submitted job = Submitted.to(service, Submitted.SMALL);

    JsonNode specification = service.get(job.path() + "/specification").json();

    assertThat(specification.at("/search/population").asInt()).isEqualTo(8);
    assertThat(specification.at("/training/batchSize").isInt()).isTrue();
  }

  @Test
  void createsOneJobPerIdempotencyKey() {
    Service.Answer first = service.post(JOBS, Submitted.SMALL, "Idempotency-Key", "k");
    Service.Answer second = service.post(JOBS, Submitted.SMALL, "Idempotency-Key", "k");
    Service.Answer other =
        service.post(JOBS, Submitted.SMALL.replace("8", "9"), "Idempotency-Key", "k");

    assertThat(second.status()).isEqualTo(202);
    assertThat(second.header("Location")).isEqualTo(first.header("Location"));
    assertThat(other.status()).isEqualTo(422);
    assertThat(other.problem()).isEqualTo("idempotency-key-reused");
    assertThat(service.get(JOBS).json().get("items")).hasSize(1);
  }

  @Test
  void createsOneJobOfConcurrentDuplicates() throws Exception {
    Callable<Service.Answer> submission =
        () -> service.post(JOBS, Submitted.SMALL, "Idempotency-Key", "concurrent");
    Set<String> locations = new HashSet<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Future<Service.Answer> answer : threads.invokeAll(Collections.nCopies(6, submission))) {
        assertThat(answer.get().status()).as(answer.get().text()).isEqualTo(202);
        locations.add(answer.get().header("Location"));
      }
    }
    assertThat(locations).hasSize(1);
  }

  @Test
  void pagesJobsFromTheNewestOn() {
    List<String> paths = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      paths.addFirst(Submitted.to(service, Submitted.SMALL).path());
    }
    List<String> seen = new ArrayList<>();
    String page = JOBS + "?limit=2";
    for (JsonNode next = null; next == null || !next.isNull(); ) {
      JsonNode answer =
          service.get(next == null ? page : page + "&cursor=" + next.asString()).json();
      answer.get("items").forEach(job -> seen.add(job.at("/links/self").asString()));
      next = answer.get("next");
    }
    assertThat(seen).isEqualTo(paths);
  }

  @ParameterizedTest
  @CsvSource({
    "?limit=0, 400, invalid-parameter",
    "?limit=1000, 400, invalid-parameter",
    "?limit=many, 400, invalid-parameter",
    "?cursor=!!, 400, invalid-parameter",
    "?cursor=YWJj, 400, invalid-parameter",
    "/no-uuid, 400, invalid-parameter",
    "/0190b5f0-7a4e-7c3c-9d9a-3f3f6d8a2b11, 404, not-found",
    "/0190b5f0-7a4e-7c3c-9d9a-3f3f6d8a2b11/front, 404, not-found",
    "/0190b5f0-7a4e-7c3c-9d9a-3f3f6d8a2b11/metrics, 404, not-found",
    "/0190b5f0-7a4e-7c3c-9d9a-3f3f6d8a2b11/generations/0, 404, not-found",
    "/0190b5f0-7a4e-7c3c-9d9a-3f3f6d8a2b11/nothing, 404, not-found",
  })
  void answersWrongRequestsWithProblems(String path, int status, String problem) {
    Service.Answer answer = service.get(JOBS + path);

    assertThat(answer.status()).as(answer.text()).isEqualTo(status);
    assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
    assertThat(answer.problem()).isEqualTo(problem);
  }

  @Test
  void answersWrongBodiesWithProblemsAndMakesNoJob() {
    assertThat(service.post(JOBS, "{").problem()).isEqualTo("malformed-json");
    assertThat(service.post(JOBS, "").status()).isEqualTo(400);
    assertThat(service.post(JOBS, "[]").problem()).isEqualTo("invalid-specification");
    Service.Answer several =
        service.post(
            JOBS, "{\"dataset\": {\"name\": 7}, \"search\": {\"population\": 1}, \"x\": 1}");
    assertThat(several.problem()).isEqualTo("invalid-specification");
    assertThat(several.json().get("violations")).hasSize(3);
    HttpRequest.Builder text =
        HttpRequest.newBuilder(service.uri(JOBS))
            .header("Content-Type", "text/plain")
            .POST(HttpRequest.BodyPublishers.ofString(Submitted.SMALL));
    assertThat(service.send(text).problem()).isEqualTo("unsupported-media-type");
    assertThat(service.get(JOBS).json().get("items")).isEmpty();
  }

  @Test
  void refusesALargeBodyBeforeAllOfItHasCome() throws IOException {
    String head =
        """
        POST /api/v1/search-jobs HTTP/1.1
        Host: localhost
        Content-Type: application/json
        Content-Length: 100000000000

        """
            .replace("\n", "\r\n");
    try (Socket socket = new Socket("localhost", service.uri("/").getPort())) {
      socket.setSoTimeout(10_000);
      socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
      socket.getOutputStream().write(new byte[SpecificationParser.MAX_BYTES + 2]);

      BufferedReader answer =
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
      assertThat(answer.readLine()).startsWith("HTTP/1.1 413");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "%00", "a%0Ab", "%7F"})
  void refusesNamesThatNoMetricHas(String name) {
    Submitted job = Submitted.to(service, Submitted.SMALL);

    Service.Answer answer = service.get(job.path() + "/metrics?name=" + name);

    assertThat(answer.status()).as(answer.text()).isEqualTo(400);
    assertThat(answer.problem()).isEqualTo("invalid-parameter");
  }

  @Test
  void cancelsForGood() {
    Submitted job = Submitted.to(service, Submitted.SMALL);

    assertThat(service.post(job.path() + "/cancel", "").json().get("state").asString())
        .isEqualTo("CANCELLED");
    assertThat(service.post(job.path() + "/cancel", "").problem()).isEqualTo("conflict");
    assertThat(service.post(job.path() + "/retry", "").problem()).isEqualTo("conflict");
    assertThat(service.post(UNKNOWN + "/cancel", "").problem()).isEqualTo("not-found");
  }

  @Test
  void keepsWorkersCallsForThoseWithTheToken() {
    assertThat(service.get("/api/v1/artifacts/" + "0".repeat(64)).problem())
        .isEqualTo("unauthorized");
    assertThat(service.post("/api/v1/tasks/x/attempts/1/result", "{}").problem())
        .isEqualTo("unauthorized");
    Service.Answer wrong =
        service.send(
            HttpRequest.newBuilder(service.uri("/api/v1/workers/x"))
                .header("Authorization", "Bearer wrong")
                .PUT(HttpRequest.BodyPublishers.ofString("{}")));
    assertThat(wrong.status()).isEqualTo(401);
    assertThat(wrong.header("WWW-Authenticate")).isEqualTo("Bearer");
    assertThat(service.get("/api/v1/workers").status()).isEqualTo(200);
  }

  @Test
  void tellsThatItIsHealthyAndShowsItsPage() {
    assertThat(service.get("/actuator/health/readiness").json().get("status").asString())
        .isEqualTo("UP");
    assertThat(service.get("/actuator/health/liveness").status()).isEqualTo(200);
    assertThat(service.get("/swagger-ui/index.html").text()).contains("swagger-ui");
    assertThat(service.get("/actuator/env").status()).isEqualTo(404);
  }
}
