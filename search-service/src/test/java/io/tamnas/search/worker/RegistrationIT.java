package io.tamnas.search.worker;

import static org.assertj.core.api.Assertions.assertThat;

import io.tamnas.protocol.task.TaskKind;
import io.tamnas.protocol.worker.WorkerRegistration;
import io.tamnas.search.support.FakeWorker;
import io.tamnas.search.support.MadeUp;
import io.tamnas.search.support.RunningService;
import io.tamnas.search.support.Service;
import java.net.URI;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class RegistrationIT {

  private static final String IS_FRESH = "select registered_at = seen_at from worker";

  @RegisterExtension static final RunningService RUNNING = new RunningService();

  @Test
  void countsAsFreshOnceForEachIncarnation() {
    register();
    try (FakeWorker reborn = worker()) {
      reborn.register();
      assertThat(RUNNING.database().holds(IS_FRESH)).isTrue();

      reborn.register();
      assertThat(RUNNING.database().holds(IS_FRESH)).isFalse();
    }
  }

  @Test
  void showsTheKindOfMachineThatLatenciesAreMeasuredOn() {
    try (FakeWorker worker = worker().machine("a fast processor; 1 thread")) {
      worker.register();

      assertThat(RUNNING.service().get("/api/v1/workers").json().at("/items/0/machine").asString())
          .isEqualTo("a fast processor; 1 thread");
    }
  }

  @Test
  void refusesWorkersThatMeasureLatenciesOnNobodyKnowsWhat() {
    Service.Answer answer =
        RUNNING
            .service()
            .putAsWorker(
                "/api/v1/workers/one",
                new WorkerRegistration(
                    URI.create("http://localhost:1"),
                    UUID.randomUUID(),
                    Set.of(TaskKind.MEASURE_LATENCY),
                    "cpu",
                    1,
                    "test",
                    "test",
                    null,
                    null));

    assertThat(answer.status()).as(answer.text()).isEqualTo(422);
    assertThat(answer.text()).contains("machine is missing");
  }

  private static void register() {
    try (FakeWorker worker = worker()) {
      worker.register();
      assertThat(RUNNING.database().holds(IS_FRESH)).isTrue();
    }
  }

  private static FakeWorker worker() {
    return new FakeWorker("one", RUNNING::service, MadeUp::outcome);
  }
}
