package io.tamnas.search.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tamnas.protocol.task.CheckpointReport;
import io.tamnas.protocol.task.FailureClass;
import io.tamnas.protocol.task.Heartbeat;
import io.tamnas.protocol.task.MetricBatch;
import io.tamnas.protocol.task.TaskAssignment;
import io.tamnas.protocol.task.TaskFailure;
import io.tamnas.protocol.task.TaskKind;
import io.tamnas.protocol.task.TaskResult.SubnetMeasured;
import io.tamnas.protocol.task.TaskResult.SupernetTrained;
import io.tamnas.protocol.task.Work;
import io.tamnas.search.support.FakeWorker;
import io.tamnas.search.support.MadeUp;
import io.tamnas.search.support.RunningService;
import io.tamnas.search.support.Service;
import io.tamnas.search.support.Submitted;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.Statement;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class AttemptIT {

  @RegisterExtension static final RunningService RUNNING = new RunningService();

  private final Service service = RUNNING.service();
  private FakeWorker silent;
  private Submitted job;

  /** A worker that takes a training and never speaks of it by itself. */
  @BeforeEach
  void takeTraining() {
    silent = new FakeWorker("silent", () -> service, (self, task) -> null).start();
    job = Submitted.to(service, Submitted.SMALL);
    await().until(() -> silent.received().size() == 1);
  }

  @AfterEach
  void close() {
    silent.close();
    service.post(job.path() + "/cancel", "");
  }

  private TaskAssignment first() {
    return silent.received().getFirst();
  }

  private SupernetTrained trained() {
    return MadeUp.trained(service, (Work.TrainSupernet) first().work());
  }

  private static String path(TaskAssignment assignment, String what) {
    return "/api/v1/tasks/" + assignment.task() + "/attempts/" + assignment.attempt() + what;
  }

  private String heartbeat(TaskAssignment assignment) {
    return service
        .postAsWorker(path(assignment, "/heartbeat"), new Heartbeat(0.1))
        .json()
        .get("instruction")
        .asString();
  }

  @Test
  void givesTheTaskOfASilentWorkerToAnotherAttempt() {
    endLeases();
    await().until(() -> silent.received().size() == 2);

    TaskAssignment second = silent.received().getLast();
    assertThat(second.task()).isEqualTo(first().task());
    assertThat(second.attempt()).isEqualTo(2);
    assertStale(silent.report(first(), trained()));
    assertThat(heartbeat(first())).isEqualTo("LOST");
    assertThat(heartbeat(second)).isEqualTo("CONTINUE");
    assertThat(job.state()).isEqualTo("TRAINING_SUPERNET");
    assertThat(silent.report(second, trained()).status()).isEqualTo(200);
    assertThat(job.state()).isEqualTo("SEARCHING");
  }

  private static void endLeases() {
    RUNNING
        .database()
        .execute("update attempt set lease_until = clock_timestamp() - interval '1 millisecond'");
  }

  private static void assertStale(Service.Answer answer) {
    assertThat(answer.status()).as(answer.text()).isEqualTo(409);
    assertThat(answer.problem()).isEqualTo("stale-attempt");
  }

  @Test
  void refusesAResultAfterTheLeaseHasEnded() {
    silent.beBusy();
    endLeases();

    assertStale(silent.report(first(), trained()));
    assertStale(
        service.postAsWorker(
            path(first(), "/metrics"),
            new MetricBatch(1, List.of(new MetricBatch.Metric("trainingLoss", 1, 2)))));
    assertThat(heartbeat(first())).isEqualTo("LOST");
    assertThat(job.state()).isEqualTo("TRAINING_SUPERNET");
  }

  @Test
  void renewsTheLeaseWithEachHeartbeat() {
    String left = "select lease_until > clock_timestamp() + interval '10 seconds' from attempt";
    RUNNING
        .database()
        .execute("update attempt set lease_until = clock_timestamp() + interval '9 seconds'");
    assertThat(RUNNING.database().holds(left)).isFalse();

    assertThat(heartbeat(first())).isEqualTo("CONTINUE");

    assertThat(RUNNING.database().holds(left)).isTrue();
  }

  @Test
  void takesTheSameResultTwiceAndNoOther() {
    SupernetTrained result = trained();

    assertThat(silent.report(first(), result).status()).isEqualTo(200);
    assertThat(silent.report(first(), result).status()).isEqualTo(200);

    Service.Answer other =
        silent.report(first(), new SupernetTrained(result.artifact(), "e".repeat(64)));
    assertThat(other.status()).isEqualTo(409);
    assertThat(other.problem()).isEqualTo("conflicting-result");
    assertThat(job.status().get("datasetDigest").asString()).isEqualTo(MadeUp.DATASET_DIGEST);
  }

  @Test
  void endsTheAttemptsOfAWorkersPredecessorAtOnce() {
    try (FakeWorker reborn =
        new FakeWorker("silent", () -> service, (self, task) -> null).start()) {
      await().until(() -> !reborn.received().isEmpty());

      assertThat(reborn.received().getFirst().attempt()).isEqualTo(2);
      assertStale(silent.report(first(), trained()));
    }
  }

  @Test
  void handsTheNewestCheckpointToTheNextAttempt() {
    byte[] state = "state".getBytes(StandardCharsets.UTF_8);
    CheckpointReport report = new CheckpointReport(MadeUp.sha256(state), 40);
    assertThat(service.postAsWorker(path(first(), "/checkpoints"), report).status()).isEqualTo(422);
    service.upload("/api/v1/artifacts/" + report.artifact(), state);
    assertThat(service.postAsWorker(path(first(), "/checkpoints"), report).status()).isEqualTo(200);

    silent.report(first(), new TaskFailure(FailureClass.PREEMPTED, "let go"));

    await().until(() -> silent.received().size() == 2);
    assertThat(silent.received().getLast().checkpoint()).isEqualTo(report);
  }

  @Test
  void handsOutTheCheckpointBeforeTheLastWhereTheLastIsDamaged() throws IOException {
    CheckpointReport before = checkpoint("before", 40);
    CheckpointReport last = checkpoint("last", 60);
    damage(last);
    assertThat(service.getAsWorker(path(last)).problem()).isEqualTo("artifact-damaged");

    silent.report(first(), new TaskFailure(FailureClass.INFRASTRUCTURE, "damaged"));

    await().until(() -> silent.received().size() == 2);
    assertThat(silent.received().getLast().checkpoint()).isEqualTo(before);
    service.postAsWorker(path(silent.received().getLast(), "/checkpoints"), upload("next", 50));
    silent.report(silent.received().getLast(), new TaskFailure(FailureClass.PREEMPTED, "let go"));
    await().until(() -> silent.received().size() == 3);
    assertThat(silent.received().getLast().checkpoint()).isEqualTo(upload("next", 50));
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void pausesWhereNoCheckpointIsGoodAndGoesOnFromARepairedOneOnly(boolean repaired)
      throws IOException {
    CheckpointReport only = checkpoint("only", 40);
    damage(only);
    service.getAsWorker(path(only));
    for (int attempt = 1; attempt <= 4; attempt++) {
      int number = attempt;
      await().until(() -> silent.received().size() == number);
      TaskAssignment assignment = silent.received().getLast();
      silent.report(
          assignment, new TaskFailure(FailureClass.INFRASTRUCTURE, "artifact is damaged"));
    }
    job.reaches("PAUSED");
    assertThat(job.status().at("/failure/reason").asString())
        .contains("artifact is damaged")
        .contains(only.artifact());

    if (repaired) {
      upload("only", 40);
    }
    service.post(job.path() + "/retry", "");

    await().until(() -> silent.received().size() == 5);
    assertThat(silent.received().getLast().checkpoint()).isEqualTo(repaired ? only : null);
  }

  private CheckpointReport checkpoint(String text, long step) {
    CheckpointReport report = upload(text, step);
    assertThat(service.postAsWorker(path(first(), "/checkpoints"), report).status()).isEqualTo(200);
    return report;
  }

  private CheckpointReport upload(String text, long step) {
    byte[] state = text.getBytes(StandardCharsets.UTF_8);
    CheckpointReport report = new CheckpointReport(MadeUp.sha256(state), step);
    service.upload(path(report), state);
    return report;
  }

  private static String path(CheckpointReport report) {
    return "/api/v1/artifacts/" + report.artifact();
  }

  private static void damage(CheckpointReport report) throws IOException {
    String name = report.artifact();
    Files.writeString(RUNNING.artifacts().resolve(name.substring(0, 2)).resolve(name), "damaged");
  }

  @Test
  void countsABatchOfMetricsOnce() {
    for (int i = 0; i < 2; i++) {
      for (int number = 1; number <= 2; number++) {
        MetricBatch batch =
            new MetricBatch(
                number, List.of(new MetricBatch.Metric("trainingLoss", number * 10L, 2.5)));
        assertThat(service.postAsWorker(path(first(), "/metrics"), batch).status()).isEqualTo(200);
      }
    }

    assertThat(service.get(job.path() + "/metrics").json().get("items")).hasSize(2);
    assertThat(service.get(job.path() + "/metrics?name=trainingLoss&after=10").json().get("items"))
        .hasSize(1);
    assertThat(service.get(job.path() + "/metrics?name=other").json().get("items")).isEmpty();
  }

  @Test
  void failsTheJobWhereTheSpecificationIsAtFault() {
    silent.report(first(), new TaskFailure(FailureClass.INVALID, "no directory cifar10"));

    assertThat(job.state()).isEqualTo("FAILED");
    assertThat(job.status().at("/failure/failureClass").asString()).isEqualTo("INVALID");
    assertThat(job.status().at("/failure/reason").asString()).contains("no directory cifar10");
    assertThat(silent.received()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "DIVERGED, training diverged in step 40; the last checkpoint is after step 30",
    "OUT_OF_MEMORY, a step with 16 images went through when tried"
  })
  void failsTheJobAndSaysWhyWhereATrainingCannotGoOn(FailureClass failureClass, String reason) {
    silent.report(first(), new TaskFailure(failureClass, reason));

    assertThat(job.state()).isEqualTo("FAILED");
    assertThat(job.status().at("/failure/failureClass").asString()).isEqualTo(failureClass.name());
    assertThat(job.status().at("/failure/reason").asString()).contains(reason);
    assertThat(silent.received()).hasSize(1);
  }

  @ParameterizedTest
  @EnumSource(names = {"DIVERGED", "OUT_OF_MEMORY", "INVALID"})
  void namesTheLastCheckpointOfATrainingThatFailed(FailureClass failureClass) {
    byte[] state = "state".getBytes(StandardCharsets.UTF_8);
    CheckpointReport report = new CheckpointReport(MadeUp.sha256(state), 40);
    service.upload("/api/v1/artifacts/" + report.artifact(), state);
    service.postAsWorker(path(first(), "/checkpoints"), report);

    silent.report(first(), new TaskFailure(failureClass, "it ended in step 47"));

    assertThat(job.state()).isEqualTo("FAILED");
    assertThat(job.status().at("/failure/reason").asString())
        .contains("it ended in step 47; the last checkpoint is artifact " + report.artifact());
  }

  @Test
  void namesNoCheckpointWhereThereIsNone() {
    silent.report(first(), new TaskFailure(FailureClass.DIVERGED, "it ended in step 7"));

    assertThat(job.status().at("/failure/reason").asString())
        .isEqualTo("the training failed: it ended in step 7");
  }

  @Test
  void passesMetricsOnUnderTheirOwnNames() {
    service.postAsWorker(
        path(first(), "/metrics"),
        new MetricBatch(1, List.of(new MetricBatch.Metric("cleanLoss", 10, 1.5))));

    assertThat(service.get(job.path() + "/metrics?name=cleanLoss").json().at("/items/0/value"))
        .hasToString("1.5");
  }

  @Test
  void triesAgainAfterFailuresOfTheInfrastructureThenPausesAndCanBeRetried() {
    for (int attempt = 1; attempt <= 4; attempt++) {
      int expected = attempt;
      await().until(() -> silent.received().size() == expected);
      silent.report(
          silent.received().getLast(), new TaskFailure(FailureClass.INFRASTRUCTURE, "disk full"));
    }
    assertThat(job.state()).isEqualTo("PAUSED");
    assertThat(job.status().at("/failure/reason").asString()).contains("4 attempts", "disk full");

    assertThat(service.post(job.path() + "/retry", "").status()).isEqualTo(202);

    await().until(() -> silent.received().size() == 5);
    assertThat(job.state()).isEqualTo("TRAINING_SUPERNET");
    assertThat(job.status().get("failure").isNull()).isTrue();
  }

  @Test
  void pausesWhereEveryAttemptIsLostAndCanBeRetried() {
    for (int attempt = 1; attempt <= 4; attempt++) {
      lose(attempt);
    }
    job.reaches("PAUSED");
    assertThat(job.status().at("/failure/failureClass").asString()).isEqualTo("LEASE_EXPIRED");
    assertThat(job.status().at("/failure/reason").asString())
        .contains("4 attempts in a row were lost", "worker silent", "no heartbeat");

    assertThat(service.post(job.path() + "/retry", "").status()).isEqualTo(202);

    await().until(() -> silent.received().size() == 5);
    assertThat(job.state()).isEqualTo("TRAINING_SUPERNET");
  }

  @Test
  void countsLostAttemptsAnewAfterACheckpoint() {
    byte[] state = "state".getBytes(StandardCharsets.UTF_8);
    CheckpointReport report = new CheckpointReport(MadeUp.sha256(state), 40);
    service.upload("/api/v1/artifacts/" + report.artifact(), state);
    for (int attempt = 1; attempt <= 3; attempt++) {
      lose(attempt);
    }
    await().until(() -> silent.received().size() == 4);
    service.postAsWorker(path(silent.received().getLast(), "/checkpoints"), report);

    lose(4);

    await().until(() -> silent.received().size() == 5);
    assertThat(job.state()).isEqualTo("TRAINING_SUPERNET");
  }

  private void lose(int attempt) {
    await().until(() -> silent.received().size() == attempt);
    endLeases();
  }

  @Test
  void letsACheckpointWaitForACancellationWithoutDeadlock() throws Exception {
    byte[] state = "state".getBytes(StandardCharsets.UTF_8);
    CheckpointReport report = new CheckpointReport(MadeUp.sha256(state), 40);
    service.upload("/api/v1/artifacts/" + report.artifact(), state);
    try (Connection cancellation = RUNNING.database().connect();
        Statement statement = cancellation.createStatement();
        ExecutorService thread = Executors.newVirtualThreadPerTaskExecutor()) {
      cancellation.setAutoCommit(false);
      statement.execute("select id from search_job for no key update");
      Future<Service.Answer> answer =
          thread.submit(() -> service.postAsWorker(path(first(), "/checkpoints"), report));
      await()
          .until(
              () ->
                  RUNNING
                      .database()
                      .holds(
                          "select count(*) > 0 from pg_stat_activity where wait_event_type ="
                              + " 'Lock'"));
      statement.execute("update task set state = 'CANCELLED'");
      statement.execute("update attempt set state = 'CANCELLED'");
      cancellation.commit();

      assertStale(answer.get(10, TimeUnit.SECONDS));
    }
  }

  @Test
  void givesWholeStepsOfMetrics() {
    RUNNING
        .database()
        .execute(
            """
            insert into metric_batch (task, attempt, number) select task, number, 1 from attempt;
            insert into metric (task, attempt, batch, position, name, step, value)
              select task, number, 1, 3 * step + name, 'name' || name, step, 0.5
              from attempt, generate_series(0, 3399) step, generate_series(0, 2) name
            """);
    int seen = 0;
    long last = -1;
    for (int page = 0; page < 3; page++) {
      JsonNode items = service.get(job.path() + "/metrics?after=" + last).json().get("items");
      for (JsonNode item : items) {
        assertThat(item.get("step").asLong()).isGreaterThanOrEqualTo(last);
        last = item.get("step").asLong();
        seen++;
      }
    }

    assertThat(seen).isEqualTo(3 * 3400);
    assertThat(last).isEqualTo(3399);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a\u0000", "a\nb"})
  void refusesMetricsWithoutAProperName(String name) {
    MetricBatch batch = new MetricBatch(1, List.of(new MetricBatch.Metric(name, 1, 2)));

    assertThat(service.postAsWorker(path(first(), "/metrics"), batch).problem())
        .isEqualTo("invalid-body");
  }

  @Test
  void refusesResultsThatCannotBe() {
    assertUnusable(new SubnetMeasured(512, 200, 100, Set.of(), MadeUp.DATASET_DIGEST, "test"));
    assertUnusable(new SupernetTrained("0".repeat(64), MadeUp.DATASET_DIGEST));
    assertUnusable(new SupernetTrained("../../etc/passwd", MadeUp.DATASET_DIGEST));
    assertThat(heartbeat(first())).isEqualTo("CONTINUE");
  }

  private void assertUnusable(Object result) {
    Service.Answer answer = silent.report(first(), result);
    assertThat(answer.status()).as(answer.text()).isEqualTo(422);
    assertThat(answer.problem()).isEqualTo("invalid-body");
  }

  @Test
  void answersMalformedReportsWithProblems() {
    assertThat(service.postAsWorker(path(first(), "/result"), "text").problem())
        .isEqualTo("invalid-body");
    assertThat(
            service
                .postAsWorker(
                    "/api/v1/tasks/0190b5f0-7a4e-7c3c-9d9a-3f3f6d8a2b11/attempts/1/heartbeat",
                    new Heartbeat(0))
                .problem())
        .isEqualTo("not-found");
  }

  @Test
  void tellsWorkersToStopWhenAJobIsCancelled() {
    service.post(job.path() + "/cancel", "");

    await().until(() -> silent.stopped().contains(first().task()));
    assertThat(heartbeat(first())).isEqualTo("CANCEL");
    assertStale(silent.report(first(), trained()));
    assertThat(job.state()).isEqualTo("CANCELLED");
  }

  @Test
  void givesTheTaskToAnotherWorkerWhereOneIsBusy() {
    silent.beBusy();
    silent.report(first(), new TaskFailure(FailureClass.PREEMPTED, "let go"));
    try (FakeWorker other = new FakeWorker("other", () -> service, MadeUp::outcome).start()) {
      job.reaches("SUCCEEDED");

      assertThat(other.received().getFirst().work().kind()).isEqualTo(TaskKind.TRAIN_SUPERNET);
    }
  }

  @Test
  void pausesWhereAMeasurementFailsAndGoesOnWhenRetried() {
    AtomicInteger failures = new AtomicInteger(4);
    silent.report(first(), new TaskFailure(FailureClass.PREEMPTED, "let go"));
    silent.beBusy();
    FakeWorker.Behaviour behaviour =
        (self, task) ->
            task.work() instanceof Work.Evaluate && failures.getAndDecrement() > 0
                ? new TaskFailure(FailureClass.OUT_OF_MEMORY, "8 GB do not suffice")
                : MadeUp.outcome(self, task);
    try (FakeWorker other = new FakeWorker("other", () -> service, behaviour).start()) {
      job.reaches("PAUSED");
      assertThat(job.status().at("/failure/reason").asString())
          .contains("8 GB do not suffice", "evaluation.batchSize");
      assertThat(job.status().at("/failure/failureClass").asString()).isEqualTo("OUT_OF_MEMORY");
      assertThat(job.status().get("generation").asInt()).isZero();
      while (failures.get() > 0) {
        service.post(job.path() + "/retry", "");
        await().until(() -> !job.state().equals("SEARCHING") || failures.get() <= 0);
      }
      if (job.state().equals("PAUSED")) {
        service.post(job.path() + "/retry", "");
      }
      job.reaches("SUCCEEDED");
      assertThat(other.received()).isNotEmpty();
    }
  }

  @Test
  void failsWhereAMeasurementFindsOtherData() {
    silent.report(first(), new TaskFailure(FailureClass.PREEMPTED, "let go"));
    silent.beBusy();
    FakeWorker.Behaviour behaviour =
        (self, task) ->
            task.work() instanceof Work.Evaluate
                ? new TaskFailure(FailureClass.INVALID, "the data here has another digest")
                : MadeUp.outcome(self, task);
    try (FakeWorker other = new FakeWorker("other", () -> service, behaviour).start()) {
      job.reaches("FAILED");

      assertThat(job.status().at("/failure/reason").asString()).contains("another digest");
      assertThat(other.received()).isNotEmpty();
    }
  }
}
