package io.tamnas.search.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tamnas.protocol.task.CheckpointReport;
import io.tamnas.protocol.task.FailureClass;
import io.tamnas.protocol.task.Heartbeat;
import io.tamnas.protocol.task.TaskAssignment;
import io.tamnas.protocol.task.TaskFailure;
import io.tamnas.protocol.task.Work;
import io.tamnas.search.support.FakeWorker;
import io.tamnas.search.support.MadeUp;
import io.tamnas.search.support.RunningService;
import io.tamnas.search.support.Service;
import io.tamnas.search.support.Submitted;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class ControlIT {

  private static final String IF_MATCH = "If-Match";
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @RegisterExtension static final RunningService RUNNING = new RunningService();

  private final Service service = RUNNING.service();

  @Test
  void pausesATrainingByItsCheckpointAndResumesFromThere() {
    try (FakeWorker silent = silent()) {
      Submitted job = Submitted.to(service, Submitted.SMALL);
      await().atMost(PATIENCE).until(() -> silent.received().size() == 1);
      TaskAssignment first = silent.received().getFirst();
      assertThat(heartbeat(first)).isEqualTo("CONTINUE");

      JsonNode paused = service.post(job.path() + "/pause", "").json();

      assertThat(paused.get("state").asString()).isEqualTo("PAUSED");
      assertThat(paused.at("/pause/by").asString()).isEqualTo("USER");
      assertThat(paused.at("/pause/reason").asString()).contains("paused by a user");
      assertThat(paused.get("failure").isNull()).isTrue();
      assertThat(heartbeat(first)).isEqualTo("PAUSE");
      CheckpointReport report = checkpoint(first);
      silent.report(first, new TaskFailure(FailureClass.PREEMPTED, "paused"));
      assertThat(heartbeat(first)).isEqualTo("LOST");
      await()
          .atMost(PATIENCE)
          .during(Duration.ofMillis(700))
          .until(() -> silent.received().size() == 1);

      assertThat(service.post(job.path() + "/resume", "").status()).isEqualTo(202);

      await().atMost(PATIENCE).until(() -> silent.received().size() == 2);
      assertThat(silent.received().getLast().checkpoint()).isEqualTo(report);
      assertThat(job.state()).isEqualTo("TRAINING_SUPERNET");
      assertThat(job.status().get("pause").isNull()).isTrue();
    }
  }

  @Test
  void searchesOnlyOnceResumedWhereTheTrainingEndedInThePause() {
    try (FakeWorker silent = silent()) {
      Submitted job = Submitted.to(service, Submitted.SMALL);
      await().atMost(PATIENCE).until(() -> silent.received().size() == 1);
      TaskAssignment training = silent.received().getFirst();
      service.post(job.path() + "/pause", "");

      silent.report(training, MadeUp.trained(service, (Work.TrainSupernet) training.work()));

      assertThat(job.state()).isEqualTo("PAUSED");
      assertThat(job.status().get("supernet").isNull()).isFalse();
      service.post(job.path() + "/resume", "");
      assertThat(job.state()).isEqualTo("SEARCHING");
      await().atMost(PATIENCE).until(() -> silent.received().size() == 2);
    }
  }

  @Test
  void takesMeasurementsBackAtOnceAndGoesOnToTheSameFront() {
    Submitted job;
    try (FakeWorker stuck =
        new FakeWorker(
                "one",
                () -> service,
                (self, task) -> self.received().size() < 12 ? MadeUp.outcome(self, task) : null)
            .start()) {
      job = Submitted.to(service, Submitted.SMALL);
      await().atMost(PATIENCE).until(() -> stuck.received().size() == 12);
      TaskAssignment last = stuck.received().getLast();

      service.post(job.path() + "/pause", "");

      await().atMost(PATIENCE).until(() -> stuck.stopped().contains(last.task()));
      assertThat(heartbeat(last)).isEqualTo("LOST");
      assertThat(stuck.report(last, MadeUp.outcome(stuck, last)).status()).isEqualTo(409);
      await()
          .atMost(PATIENCE)
          .during(Duration.ofMillis(700))
          .until(() -> stuck.received().size() == 12);
    }
    assertThat(RUNNING.database().holds("select count(*) = 0 from task where state = 'RUNNING'"))
        .isTrue();
    try (FakeWorker worker = new FakeWorker("one", () -> service, MadeUp::outcome).start()) {
      service.post(job.path() + "/resume", "");
      String paused = job.reaches("SUCCEEDED").front().get("individuals").toString();
      RUNNING
          .database()
          .truncate(
              "measurement", "individual", "survivor", "baseline_subnet", "reevaluation_subnet");

      Submitted undisturbed = Submitted.to(service, Submitted.SMALL).reaches("SUCCEEDED");

      assertThat(undisturbed.front().get("individuals")).hasToString(paused);
      assertThat(worker.received()).isNotEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"resume", "retry"})
  void goesOnByEitherWordWhoeverPausedIt(String word) {
    Submitted job = Submitted.to(service, Submitted.SMALL);
    service.post(job.path() + "/pause", "");
    assertThat(service.post(job.path() + "/pause", "").json().get("state").asString())
        .isEqualTo("PAUSED");

    Service.Answer answer = service.post(job.path() + "/" + word, "");

    assertThat(answer.status()).isEqualTo(202);
    assertThat(answer.json().get("state").asString()).isEqualTo("QUEUED");
    assertThat(service.post(job.path() + "/" + word, "").problem()).isEqualTo("conflict");
  }

  @Test
  void saysWhoPausedWhereAFailureDid() {
    FakeWorker.Behaviour tooSmall =
        (self, task) ->
            task.work() instanceof Work.Evaluate
                ? new TaskFailure(FailureClass.OUT_OF_MEMORY, "8 GB do not suffice")
                : MadeUp.outcome(self, task);
    try (FakeWorker worker = new FakeWorker("one", () -> service, tooSmall).start()) {
      Submitted job = Submitted.to(service, Submitted.SMALL).reaches("PAUSED");
      assertThat(job.status().at("/pause/by").asString()).isEqualTo("FAILURE");

      service.post(job.path() + "/pause", "");

      assertThat(job.status().at("/pause/by").asString()).isEqualTo("USER");
      assertThat(job.status().at("/failure/failureClass").asString()).isEqualTo("OUT_OF_MEMORY");
      assertThat(worker.received()).isNotEmpty();
    }
  }

  @Test
  void pausesNothingThatHasEnded() {
    Submitted job = Submitted.to(service, Submitted.SMALL);
    service.post(job.path() + "/cancel", "");

    assertThat(service.post(job.path() + "/pause", "").problem()).isEqualTo("conflict");
    assertThat(service.post(job.path() + "/resume", "").problem()).isEqualTo("conflict");
  }

  @Test
  void saysWhatItWaitsForWhereNobodyIsThere() {
    Submitted job = Submitted.to(service, Submitted.SMALL);

    assertThat(job.status().get("waitingFor").asString())
        .isEqualTo("a trainer to train the supernet (1 asked for); none is live");
    service.post(job.path() + "/pause", "");
    assertThat(job.status().get("waitingFor").isNull()).isTrue();
  }

  @Test
  void saysWhatItWaitsForWhereAllWhoAreThereTakeNothing() {
    try (FakeWorker draining = new FakeWorker("draining", () -> service, (self, task) -> null);
        FakeWorker sick = new FakeWorker("sick", () -> service, (self, task) -> null)) {
      draining.register();
      sick.register();
      service.postAsWorker("/api/v1/workers/draining/drain", "");
      RUNNING
          .database()
          .execute(
              """
              update worker set quarantined_until = '2126-01-01T00:00:00Z',
                quarantine_reason = 'disk full', quarantines = 1 where id = 'sick'
              """);
      Submitted job = Submitted.to(service, Submitted.SMALL);

      assertThat(job.status().get("waitingFor").asString())
          .isEqualTo(
              "a trainer to train the supernet (1 asked for); none that is live takes tasks"
                  + " (draining: 1, quarantined: 1, the first until 2126-01-01T00:00:00Z)");

      service.postAsWorker("/api/v1/workers/sick/resume", "");
      await().atMost(PATIENCE).until(() -> sick.received().size() == 1);
      service.postAsWorker("/api/v1/workers/sick/drain", "");
      assertThat(job.status().get("waitingFor").isNull()).as("it finishes what it has").isTrue();
    }
  }

  @Test
  void changesHowAJobIsServed() {
    Submitted job = submitted("?priority=7");
    assertThat(job.status().get("priority").asInt()).isEqualTo(7);
    String tag = tag(job);

    Service.Answer answer =
        service.patch(job.path(), "{\"priority\": -3, \"maximumTasks\": 2}", IF_MATCH, tag);

    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    assertThat(answer.json().get("priority").asInt()).isEqualTo(-3);
    assertThat(answer.json().get("maximumTasks").asInt()).isEqualTo(2);
    Service.Answer late = service.patch(job.path(), "{\"priority\": 5}", IF_MATCH, tag);
    assertThat(late.status()).isEqualTo(412);
    assertThat(late.problem()).isEqualTo("precondition-failed");
    JsonNode usual =
        service
            .patch(job.path(), "{\"maximumTasks\": null}", IF_MATCH, "\"x\", " + tag(job))
            .json();
    assertThat(usual.get("maximumTasks").isNull()).isTrue();
    assertThat(usual.get("priority").asInt()).isEqualTo(-3);
  }

  @Test
  void wantsChangesToBeConditional() {
    Submitted job = Submitted.to(service, Submitted.SMALL);

    Service.Answer blind = service.patch(job.path(), "{\"priority\": 5}");

    assertThat(blind.status()).isEqualTo(428);
    assertThat(blind.problem()).isEqualTo("precondition-required");
    assertThat(service.patch(job.path(), "{\"priority\": 5}", IF_MATCH, "*").status())
        .isEqualTo(200);
    assertThat(service.post(job.path() + "/pause", "", IF_MATCH, "\"99.0\"").status())
        .isEqualTo(412);
    assertThat(service.post(job.path() + "/pause", "", IF_MATCH, tag(job)).status()).isEqualTo(200);
  }

  @Test
  void refusesScheduleThatCannotBe() {
    Submitted job = Submitted.to(service, Submitted.SMALL);

    Service.Answer answer =
        service.patch(
            job.path(), "{\"priority\": 5000, \"maximumTasks\": 0, \"x\": 1}", IF_MATCH, "*");

    assertThat(answer.problem()).isEqualTo("invalid-specification");
    assertThat(answer.json().get("violations"))
        .extracting(violation -> violation.get("pointer").asString())
        .containsExactly("/priority", "/maximumTasks", "/x");
    assertThat(job.status().get("priority").asInt()).isZero();
  }

  @ParameterizedTest
  @CsvSource({"priority=1001", "priority=x", "maximumTasks=0", "maximumTasks=100001"})
  void refusesParametersOutOfBounds(String parameter) {
    assertThat(service.post("/api/v1/search-jobs?" + parameter, Submitted.SMALL).problem())
        .isEqualTo("invalid-parameter");
  }

  private Submitted submitted(String parameters) {
    return new Submitted(
        service,
        service.post("/api/v1/search-jobs" + parameters, Submitted.SMALL).header("Location"));
  }

  private String tag(Submitted job) {
    return service.get(job.path()).header("ETag");
  }

  private FakeWorker silent() {
    return new FakeWorker("silent", () -> service, (self, task) -> null).start();
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

  private CheckpointReport checkpoint(TaskAssignment assignment) {
    byte[] state = "state".getBytes(StandardCharsets.UTF_8);
    CheckpointReport report = new CheckpointReport(MadeUp.sha256(state), 40);
    service.upload("/api/v1/artifacts/" + report.artifact(), state);
    assertThat(service.postAsWorker(path(assignment, "/checkpoints"), report).status())
        .isEqualTo(200);
    return report;
  }
}
