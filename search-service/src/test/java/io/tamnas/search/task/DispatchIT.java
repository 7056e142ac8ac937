package io.tamnas.search.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tamnas.protocol.task.TaskAssignment;
import io.tamnas.protocol.task.TaskKind;
import io.tamnas.protocol.worker.WorkerRegistration;
import io.tamnas.search.support.FakeWorker;
import io.tamnas.search.support.MadeUp;
import io.tamnas.search.support.RunningService;
import io.tamnas.search.support.Service;
import io.tamnas.search.support.Submitted;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class DispatchIT {

  @RegisterExtension static final RunningService RUNNING = new RunningService();

  private final Service service = RUNNING.service();

  @Test
  void leavesAWorkerAloneThatCannotBeReachedUntilItRegistersAgainAndThenPauses() {
    FakeWorker away = new FakeWorker("away", () -> service, MadeUp::outcome);
    away.close();
    away.register();
    Submitted job = Submitted.to(service, Submitted.SMALL);

    await()
        .during(Duration.ofMillis(600))
        .until(() -> RUNNING.database().holds("select count(*) = 1 from attempt"));

    await()
        .untilAsserted(
            () -> {
              away.register();
              assertThat(job.state()).isEqualTo("PAUSED");
            });
    assertThat(job.status().at("/failure/reason").asString())
        .contains("4 attempts in a row", "worker away could not be reached at http://localhost:");
  }

  @Test
  void findsTheOneThatCanBehindManyWorkersThatCannot() {
    for (int i = 0; i < 50; i++) {
      register("a-trainer-%02d".formatted(i), TaskKind.TRAIN_SUBNET);
    }
    try (FakeWorker worker = new FakeWorker("one", () -> service, MadeUp::outcome).start()) {
      Submitted.to(service, Submitted.SMALL).reaches("SUCCEEDED");

      assertThat(worker.received()).isNotEmpty();
    }
  }

  @Test
  void givesManyTasksToManyWorkersAndEachOnce() {
    List<FakeWorker> workers = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      workers.add(new FakeWorker("worker-" + i, () -> service, MadeUp::outcome).start());
    }
    Submitted.to(service, Submitted.SMALL.replace("\"population\": 8", "\"population\": 60"))
        .reaches("SUCCEEDED");
    workers.forEach(FakeWorker::close);

    assertThat(workers.stream().flatMap(worker -> worker.received().stream()))
        .extracting(TaskAssignment::task)
        .doesNotHaveDuplicates()
        .hasSizeGreaterThan(60);
  }

  @Test
  void sharesWorkersAmongJobsHoweverMuchOneHasAskedForBefore() {
    AtomicReference<Submitted> late = new AtomicReference<>();
    FakeWorker.Behaviour waiting =
        (self, task) -> {
          await().until(() -> late.get() != null);
          return MadeUp.outcome(self, task);
        };
    try (FakeWorker one = new FakeWorker("one", () -> service, waiting).start();
        FakeWorker two = new FakeWorker("two", () -> service, waiting).start()) {
      Submitted early =
          Submitted.to(
              service, Submitted.SMALL.replace("\"population\": 8", "\"population\": 400"));
      await().until(() -> one.received().size() + two.received().size() > 0);
      Submitted last = Submitted.to(service, Submitted.SMALL.replace("}}", "}, \"seed\": 2}"));
      late.set(last);

      last.reaches("SUCCEEDED");

      assertThat(early.status().get("measured").asInt()).isLessThan(200);
    }
  }

  private void register(String id, TaskKind kind) {
    service.putAsWorker(
        "/api/v1/workers/" + id,
        new WorkerRegistration(
            URI.create("http://localhost:1"),
            UUID.randomUUID(),
            Set.of(kind),
            "cpu",
            1,
            "test",
            "test",
            null,
            null));
  }

  @Test
  void goesOnAfterAnUnforeseenFailure() {
    try (FakeWorker worker = new FakeWorker("one", () -> service, MadeUp::outcome)) {
      worker.register();
      RUNNING.database().execute("update worker set url = 'no url'");
      Submitted job = Submitted.to(service, Submitted.SMALL);
      await().during(Duration.ofMillis(300)).until(() -> job.state().equals("QUEUED"));

      worker.start();

      job.reaches("SUCCEEDED");
    }
  }

  @Test
  void doesNotCountAgainstATaskThatWorkersAreBusy() {
    try (FakeWorker worker = new FakeWorker("one", () -> service, MadeUp::outcome)) {
      worker.beBusy();
      worker.register();
      Submitted job = Submitted.to(service, Submitted.SMALL);

      await()
          .pollInterval(Duration.ofMillis(50))
          .until(
              () -> {
                RUNNING.database().execute("update worker set unavailable_until = '-infinity'");
                return RUNNING.database().holds("select count(*) > 4 from attempt");
              });

      assertThat(job.state()).isEqualTo("TRAINING_SUPERNET");
      service.post(job.path() + "/cancel", "");
    }
  }
}
