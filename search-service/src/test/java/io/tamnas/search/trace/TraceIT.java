package io.tamnas.search.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tamnas.protocol.task.FailureClass;
import io.tamnas.protocol.task.TaskAssignment;
import io.tamnas.protocol.task.TaskFailure;
import io.tamnas.search.support.FakeWorker;
import io.tamnas.search.support.MadeUp;
import io.tamnas.search.support.RunningService;
import io.tamnas.search.support.Service;
import io.tamnas.search.support.Submitted;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class TraceIT {

  @RegisterExtension static final RunningService RUNNING = new RunningService();

  private final Service service = RUNNING.service();
  private final String trace = HexFormat.of().formatHex(id());

  /** No other test has it. */
  private static byte[] id() {
    UUID random = UUID.randomUUID();
    return ByteBuffer.allocate(2 * Long.BYTES)
        .putLong(random.getMostSignificantBits())
        .putLong(random.getLeastSignificantBits())
        .array();
  }

  private Submitted submitSampled() {
    Service.Answer answer =
        service.post(
            "/api/v1/search-jobs",
            Submitted.SMALL,
            "traceparent",
            "00-" + trace + "-00f067aa0ba902b7-01");
    assertThat(answer.status()).as(answer.text()).isEqualTo(202);
    return new Submitted(service, answer.header("Location"));
  }

  /** The worker's reports name no trace, so that only what is stored can tell it. */
  @Test
  void handsEveryTaskOfAJobOverInTheTraceOfItsPost() {
    try (FakeWorker worker = new FakeWorker("one", () -> service, MadeUp::outcome).start()) {
      submitSampled().reaches("SUCCEEDED");

      assertThat(worker.received()).hasSizeGreaterThan(8);
      assertThat(worker.traceParents())
          .allSatisfy(parent -> assertThat(parent).startsWith("00-" + trace + "-").endsWith("-01"));
      assertThat(worker.traceParents().stream().distinct()).hasSizeGreaterThan(8);
    }
  }

  @Test
  void givesAJobWithoutATraceOneOfItsOwn() {
    try (FakeWorker worker = new FakeWorker("one", () -> service, MadeUp::outcome).start()) {
      Submitted.to(service, Submitted.SMALL).reaches("SUCCEEDED");

      assertThat(worker.traceParents().stream().map(parent -> parent.substring(3, 35)).distinct())
          .singleElement()
          .asString()
          .matches("[0-9a-f]{32}")
          .isNotEqualTo("0".repeat(32));
    }
  }

  @Test
  void exportsThePostAndTheDeliveriesButNoPolls() {
    try (FakeWorker _ = new FakeWorker("one", () -> service, MadeUp::outcome).start()) {
      Submitted job = submitSampled().reaches("SUCCEEDED");
      poll(job);

      await()
          .untilAsserted(
              () ->
                  assertThat(String.join("", Service.TRACES.of(trace)))
                      .contains("http post /api/v1/search-jobs", "/api/v1/tasks"));
      assertThat(String.join("", Service.TRACES.of(trace))).doesNotContain("search-jobs/{id}");
    }
  }

  private void poll(Submitted job) {
    service.send(
        HttpRequest.newBuilder(service.uri(job.path()))
            .header("traceparent", "00-" + trace + "-00f067aa0ba902b7-01")
            .GET());
  }

  @Test
  void logsJobTaskAttemptWorkerAndTraceAsJson() throws IOException {
    try (FakeWorker worker = new FakeWorker("named", () -> service, MadeUp::outcome).start()) {
      Submitted job = submitSampled().reaches("SUCCEEDED");
      String id = job.status().get("id").asString();
      UUID task = worker.received().getFirst().task();

      JsonNode given = line("TRAIN_SUPERNET given to worker named", id);
      assertThat(given.path("traceId").asString()).isEqualTo(trace);
      assertThat(given.path("spanId").asString()).matches("[0-9a-f]{16}");
      assertThat(given.path("task").asString()).isEqualTo(task.toString());
      assertThat(given.path("attempt").asString()).isEqualTo("1");
      assertThat(given.path("worker").asString()).isEqualTo("named");
      assertThat(given.at("/service/name").asString()).isEqualTo("search-service");
    }
  }

  @Test
  void logsWhoReportedAFailure() throws IOException {
    TaskFailure failure = new TaskFailure(FailureClass.DIVERGED, "test");
    try (FakeWorker worker = new FakeWorker("named", () -> service, (self, task) -> failure)) {
      worker.start();
      Submitted job = Submitted.to(service, Submitted.SMALL).reaches("FAILED");
      UUID task = worker.received().getFirst().task();

      JsonNode ended =
          line("attempt 1 at task " + task + " ended", job.status().get("id").asString());
      assertThat(ended.path("task").asString()).isEqualTo(task.toString());
      assertThat(ended.path("attempt").asString()).isEqualTo("1");
      assertThat(ended.path("worker").asString()).isEqualTo("named");
      assertThat(ended.path("traceId").asString()).matches("[0-9a-f]{32}");
    }
  }

  /** Results are taken in a thread of their own, many at once. */
  @Test
  void logsWhatAJobDoesWithItsNameInItsTrace() throws IOException {
    try (FakeWorker worker = new FakeWorker("named", () -> service, MadeUp::outcome).start()) {
      Submitted job = submitSampled().reaches("SUCCEEDED");
      String id = job.status().get("id").asString();

      for (String message : List.of("is SEARCHING, was", "generation 1 of", "is SUCCEEDED, was")) {
        JsonNode line = line(message, id);
        assertThat(line.path("job").asString()).as(message).isEqualTo(id);
        assertThat(line.path("traceId").asString()).as(message).isEqualTo(trace);
      }
      UUID task = worker.received().getFirst().task();
      JsonNode succeeded = line("task " + task + " succeeded", id);
      assertThat(succeeded.path("task").asString()).isEqualTo(task.toString());
      assertThat(succeeded.path("attempt").asString()).isEqualTo("1");
      assertThat(succeeded.path("worker").asString()).isEqualTo("named");
    }
  }

  @Test
  void logsEachAttemptThatExpiresWithItsOwnNames() throws IOException {
    try (FakeWorker one = new FakeWorker("one", () -> service, (self, task) -> null);
        FakeWorker two = new FakeWorker("two", () -> service, (self, task) -> null)) {
      one.start();
      two.start();
      List<Submitted> jobs =
          List.of(Submitted.to(service, Submitted.SMALL), Submitted.to(service, Submitted.SMALL));
      await().until(() -> !one.received().isEmpty() && !two.received().isEmpty());
      List<TaskAssignment> tasks = List.of(one.received().getFirst(), two.received().getFirst());
      RUNNING.database().execute("update attempt set lease_until = '-infinity'");
      await().until(() -> one.received().size() + two.received().size() >= 4);
      jobs.forEach(job -> service.post(job.path() + "/cancel", ""));

      for (TaskAssignment expired : tasks) {
        JsonNode ended =
            line("attempt 1 at task " + expired.task() + " ended", expired.job().toString());
        assertThat(ended.path("task").asString()).isEqualTo(expired.task().toString());
        assertThat(ended.path("attempt").asString()).isEqualTo("1");
        assertThat(ended.path("job").asString()).isEqualTo(expired.job().toString());
      }
    }
  }

  private static JsonNode line(String message, String job) throws IOException {
    List<JsonNode> lines =
        Files.readAllLines(Service.LOG).stream()
            .filter(line -> line.contains(message) && line.contains(job))
            .map(JsonMapper.shared()::readTree)
            .toList();
    assertThat(lines).as(message).hasSize(1);
    return lines.getFirst();
  }
}
