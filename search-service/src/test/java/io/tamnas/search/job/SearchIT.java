package io.tamnas.search.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tamnas.search.support.Database;
import io.tamnas.search.support.FakeWorker;
import io.tamnas.search.support.MadeUp;
import io.tamnas.search.support.Service;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class SearchIT {

  @TempDir static Path artifacts;
  private static Service service;
  private static FakeWorker worker;

  @BeforeAll
  static void start() {
    service = Service.start(Database.create(), artifacts);
    worker = new FakeWorker("one", () -> service, MadeUp::outcome).start();
  }

  @AfterAll
  static void stop() {
    worker.close();
    service.close();
  }

  @Test
  void runsFromSubmissionToFront() {
    Service.Answer submitted =
        service.post(
            "/api/v1/search-jobs",
            """
            {"dataset": {"name": "shapes"}, "space": {"preset": "tam-nano"},
             "search": {"population": 8, "generations": 3}}
            """);
    assertThat(submitted.status()).as(submitted.text()).isEqualTo(202);
    String self = submitted.header("Location");
    await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> service.get(self).json().get("state").asString().equals("SUCCEEDED"));
    JsonNode status = service.get(self).json();
    assertThat(status.get("progress").asDouble()).isEqualTo(1);
    JsonNode front = service.get(self + "/front").json();
    assertThat(front.get("individuals").size()).as(front.toPrettyString()).isGreaterThan(1);
    assertThat(service.get(self + "/generations").json().get("items").size()).isEqualTo(4);
    assertThat(service.get(self + "/generations/3").json().get("individuals").size()).isEqualTo(8);
  }
}
