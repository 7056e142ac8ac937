package io.tamnas.search.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tamnas.search.support.MadeUp;
import io.tamnas.search.support.RealWorker;
import io.tamnas.search.support.RunningService;
import io.tamnas.search.support.Service;
import io.tamnas.search.support.Submitted;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** What a real worker makes of what people and operators want. */
class RealWorkerIT {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final long FOR_EVER = Long.MAX_VALUE;

  @RegisterExtension static final RunningService RUNNING = new RunningService();

  @TempDir private Path folder;

  private final Service service = RUNNING.service();

  @Test
  void stopsWithinSecondsOnceTheJobIsCancelled() {
    try (RealWorker worker = new RealWorker("real", service, folder, FOR_EVER)) {
      Submitted job = Submitted.to(service, Submitted.SMALL);
      awaitStep(worker, 10);

      service.post(job.path() + "/cancel", "");

      await().atMost(Duration.ofSeconds(5)).until(() -> !worker.isAtWork());
    }
  }

  @Test
  void letsAPausedMeasurementGoWithinSeconds() {
    try (RealWorker worker = new RealWorker("real", service, folder, 10)) {
      Submitted job = Submitted.to(service, Submitted.SMALL).reaches("SEARCHING");
      await().atMost(PATIENCE).until(worker::isAtWork);

      service.post(job.path() + "/pause", "");

      await().atMost(Duration.ofSeconds(5)).until(() -> !worker.isAtWork());
      service.post(job.path() + "/resume", "");
      await().atMost(PATIENCE).until(worker::isAtWork);
      service.post(job.path() + "/cancel", "");
    }
  }

  @Test
  void handsAPausedTrainingBackAndGoesOnFromItsCheckpoint() {
    try (RealWorker worker = new RealWorker("real", service, folder, FOR_EVER)) {
      Submitted job = Submitted.to(service, Submitted.SMALL);
      awaitStep(worker, 10);

      service.post(job.path() + "/pause", "");
      await().atMost(PATIENCE).until(() -> !worker.isAtWork());
      awaitAttempt("failure_class = 'PREEMPTED' and failure_reason like '%paused%'");
      int last = worker.steps().size() + 20;
      worker.endAfter(last);
      service.post(job.path() + "/resume", "");

      job.reaches("SEARCHING");
      assertThat(worker.steps()).isEqualTo(LongStream.rangeClosed(1, last).boxed().toList());
      assertThat(RUNNING.database().holds("select bool_and(failures = 0 and lost = 0) from task"))
          .as("it does not count")
          .isTrue();
      service.post(job.path() + "/cancel", "");
    }
  }

  @Test
  void handsATrainingBackOnSigtermAndAnotherWorkerGoesOnFromItsCheckpoint() {
    Submitted job;
    RealWorker first = new RealWorker("first", service, folder, FOR_EVER);
    try {
      job = Submitted.to(service, Submitted.SMALL);
      awaitStep(first, 10);
    } finally {
      first.close();
    }
    int made = first.steps().size();
    awaitAttempt("failure_class = 'PREEMPTED' and failure_reason like '%told to stop%'");
    assertThat(RUNNING.database().holds("select checkpoint_step = " + made + " from task"))
        .as("nothing that was done is lost")
        .isTrue();
    try (RealWorker second = new RealWorker("second", service, folder, made + 20)) {
      job.reaches("SEARCHING");

      assertThat(second.steps())
          .isEqualTo(LongStream.rangeClosed(made + 1, made + 20).boxed().toList());
      assertThat(
              RUNNING
                  .database()
                  .holds(
                      "select count(*) = 2 from attempt a join task t on"
                          + " t.id = a.task where t.kind = 'TRAIN_SUPERNET'"))
          .as("a worker that ends is not asked again")
          .isTrue();
      assertThat(job.status().get("supernet").asString())
          .isEqualTo(MadeUp.sha256(Integer.toString(made + 20).getBytes(StandardCharsets.UTF_8)));
      service.post(job.path() + "/cancel", "");
    }
  }

  @Test
  void takesNoTaskOnceAnOperatorDrainsItUntilItIsToldToWork() {
    try (RealWorker worker = new RealWorker("real", service, folder, FOR_EVER)) {
      await()
          .atMost(PATIENCE)
          .until(() -> RUNNING.database().holds("select count(*) = 1 from worker"));
      assertThat(service.post("/api/v1/workers/real/drain", "").status()).isEqualTo(401);
      assertThat(service.postAsWorker("/api/v1/workers/none/drain", "").problem())
          .isEqualTo("not-found");
      assertThat(service.postAsWorker("/api/v1/workers/real/drain", "").json().get("directive"))
          .hasToString("\"DRAIN\"");
      Submitted job = Submitted.to(service, Submitted.SMALL);

      await()
          .atMost(PATIENCE)
          .during(Duration.ofMillis(1500))
          .until(() -> job.state().equals("QUEUED"));
      assertThat(service.get("/api/v1/workers").json().at("/items/0/directive").asString())
          .isEqualTo("DRAIN");
      service.postAsWorker("/api/v1/workers/real/resume", "");

      awaitStep(worker, 1);
      service.post(job.path() + "/cancel", "");
    }
  }

  private static void awaitStep(RealWorker worker, int steps) {
    await().atMost(PATIENCE).until(() -> worker.steps().size() >= steps);
  }

  private static void awaitAttempt(String condition) {
    await()
        .atMost(PATIENCE)
        .until(
            () -> RUNNING.database().holds("select count(*) = 1 from attempt where " + condition));
  }
}
