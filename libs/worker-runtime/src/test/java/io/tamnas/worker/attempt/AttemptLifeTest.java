package io.tamnas.worker.attempt;

import static org.assertj.core.api.Assertions.assertThat;

import io.tamnas.protocol.task.CheckpointReport;
import io.tamnas.protocol.task.HeartbeatAnswer.Instruction;
import io.tamnas.worker.fake.Assigned;
import io.tamnas.worker.fake.FakeRunner;
import io.tamnas.worker.fake.FakeSearchService.Call;
import io.tamnas.worker.task.StopReason;
import io.tamnas.worker.task.TaskContext;
import io.tamnas.worker.task.TaskFailedException;
import io.tamnas.worker.task.TaskRunner.Interruption;
import io.tamnas.worker.task.TaskStopped;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AttemptLifeTest {
  private static final String DIGEST_OF_STATE =
      "4ba69735ca53765ed6a709edb56c6ea236b7193a3b29a6b390c346f0f4340e4e";

  @TempDir Path folder;
  private AttemptHarness harness;

  @BeforeEach
  void open() throws Exception {
    harness = new AttemptHarness(folder);
  }

  @AfterEach
  void close() throws Exception {
    harness.close();
  }

  @Test
  void reportsTheResult() {
    harness.runToEnd(Assigned.task(1), working(context -> {}));

    Call result = only("result");
    assertThat(result.path())
        .isEqualTo("/api/v1/tasks/00000000-0000-0000-0000-000000000001/attempts/1/result");
    assertThat(result.json().path("kind").asString()).isEqualTo("TRAIN_SUPERNET");
    assertThat(result.json().path("datasetDigest").asString()).isEqualTo("digest");
    assertThat(harness.service.calls("failure")).isEmpty();
  }

  @Test
  void repeatsTheResultUntilItIsAnswered() {
    harness.service.loseAnswers("result", 3);

    harness.runToEnd(Assigned.task(1), working(context -> {}));

    assertThat(harness.service.calls("result")).hasSize(4);
  }

  @Test
  void dropsAResultThatIsRefusedAsStale() {
    harness.service.refuse("result", 409);

    harness.runToEnd(Assigned.task(1), working(context -> {}));

    assertThat(harness.service.calls("result")).hasSize(1);
    assertThat(harness.service.calls("failure")).isEmpty();
  }

  @Test
  void reportsFailureWhereTheResultIsRefusedForItsForm() {
    harness.service.refuse("result", 422);

    harness.runToEnd(Assigned.task(1), working(context -> {}));

    assertThat(failureClass()).isEqualTo("INFRASTRUCTURE");
  }

  @Test
  void tellsProgressInHeartbeats() {
    var attempt =
        harness.begin(
            Assigned.task(1),
            working(
                context -> {
                  context.progress(0.5);
                  awaitHeartbeats(2);
                }));
    harness.awaitEnd(attempt);

    List<Call> beats = harness.service.calls("heartbeat");
    assertThat(beats.getLast().json().path("progress").asDouble()).isEqualTo(0.5);
  }

  @Test
  void stopsWhenTheHeartbeatSaysCancel() {
    harness.service.instruct(Instruction.CANCEL);

    var attempt =
        harness.runToEnd(Assigned.task(1), FakeRunner.endless(Interruption.AFTER_CHECKPOINT));

    assertThat(attempt.stop()).contains(StopReason.CANCELLED);
    assertThat(harness.service.calls("failure")).isEmpty();
    assertThat(harness.service.calls("result")).isEmpty();
  }

  @Test
  void dropsTheResultOfALostAttempt() {
    harness.service.instruct(Instruction.LOST);

    harness.runToEnd(
        Assigned.task(1),
        new FakeRunner(
            Interruption.AT_ONCE,
            context -> {
              awaitStop(context);
              return FakeRunner.RESULT;
            }));

    assertThat(harness.service.calls("result")).isEmpty();
    assertThat(harness.service.calls("failure")).isEmpty();
  }

  @Test
  void stopsByItselfWhenNoHeartbeatArrivesForTheLease() {
    harness.service.leave();
    var attempt = harness.begin(Assigned.task(1), FakeRunner.endless(Interruption.AT_ONCE));

    harness.clock.advance(Duration.ofSeconds(2));

    harness.awaitEnd(attempt);
    assertThat(attempt.stop()).contains(StopReason.LOST);
  }

  @Test
  void letsGoOfAPausedTaskAfterACheckpoint() {
    harness.service.instruct(Instruction.PAUSE);

    harness.runToEnd(Assigned.task(1), FakeRunner.endless(Interruption.AFTER_CHECKPOINT));

    assertThat(harness.service.calls("checkpoints")).hasSize(1);
    assertThat(failureClass()).isEqualTo("PREEMPTED");
  }

  @Test
  void beatsUntilItsStateIsSafeAndTheServiceKnowsIt() {
    harness.service.loseAnswers("failure", 1);
    var attempt =
        harness.begin(
            Assigned.task(1),
            working(
                context -> {
                  while (!context.wantsCheckpoint()) {
                    context.checkContinue();
                    Thread.sleep(2);
                  }
                  awaitHeartbeats(harness.service.calls("heartbeat").size() + 2);
                  context.checkpoint(7, Files.writeString(context.directory().resolve("s"), "s"));
                  context.checkContinue();
                }));
    harness.awaitCall("heartbeat");

    attempt.stop(StopReason.PREEMPTED);

    harness.awaitEnd(attempt);
    assertThat(only("checkpoints").json().path("step").asLong()).isEqualTo(7);
    assertThat(harness.service.calls("failure")).hasSize(2);
    assertThat(harness.service.calls("result")).isEmpty();
  }

  @Test
  void uploadsACheckpointBeforeReportingIt() {
    harness.runToEnd(
        Assigned.task(1),
        working(
            context -> {
              Path file = Files.writeString(context.directory().resolve("state"), "weights");
              context.checkpoint(17, file);
            }));

    Call report = only("checkpoints");
    String artifact = report.json().path("artifact").asString();
    assertThat(report.json().path("step").asLong()).isEqualTo(17);
    assertThat(harness.service.artifact(artifact)).asString().isEqualTo("weights");
    List<String> order = harness.service.calls().stream().map(Call::what).toList();
    assertThat(order.indexOf(artifact)).isLessThan(order.indexOf("checkpoints"));
  }

  @Test
  void wantsACheckpointOnceTheIntervalIsOver() {
    harness.runToEnd(
        Assigned.task(1),
        working(
            context -> {
              assertThat(context.wantsCheckpoint()).isFalse();
              harness.clock.advance(AttemptHarness.CHECKPOINT_INTERVAL);
              assertThat(context.wantsCheckpoint()).isTrue();
              context.checkpoint(1, Files.writeString(context.directory().resolve("state"), "s"));
              assertThat(context.wantsCheckpoint()).isFalse();
            }));

    assertThat(harness.service.calls("result")).hasSize(1);
  }

  @Test
  void givesTheLastCheckpointToTheRunner() {
    String artifact = harness.service.keep("earlier".getBytes(StandardCharsets.UTF_8));

    harness.runToEnd(
        Assigned.resumed(1, 2, new CheckpointReport(artifact, 5)),
        working(
            context ->
                assertThat(context.lastCheckpoint())
                    .hasValueSatisfying(file -> assertThat(file).hasContent("earlier"))));

    assertThat(harness.service.calls("result")).hasSize(1);
  }

  @Test
  void failsNamingTheCheckpointWhereTheServiceHasItNoMore() {
    harness.runToEnd(
        Assigned.resumed(1, 2, new CheckpointReport("d".repeat(64), 5)),
        working(TaskContext::lastCheckpoint));

    assertThat(failureClass()).isEqualTo("INFRASTRUCTURE");
    assertThat(only("failure").json().path("reason").asString())
        .contains("its checkpoint at step 5, artifact " + "d".repeat(64))
        .contains("no such artifact")
        .contains("put the artifact back and retry");
  }

  @Test
  void failsNamingTheCheckpointWhereTheServiceHasItDamaged() {
    String artifact = "d".repeat(64);
    damage(artifact);

    harness.runToEnd(
        Assigned.resumed(1, 2, new CheckpointReport(artifact, 5)),
        working(TaskContext::lastCheckpoint));

    assertThat(failureClass()).isEqualTo("INFRASTRUCTURE");
    assertThat(only("failure").json().path("reason").asString())
        .contains("its checkpoint at step 5, artifact " + artifact)
        .contains("its file is missing");
  }

  @Test
  void failsWhereACheckpointArrivesWithOtherBytes() {
    String artifact = "d".repeat(64);
    harness.service.keepUnder(artifact, "damaged".getBytes(StandardCharsets.UTF_8));

    harness.runToEnd(
        Assigned.resumed(1, 2, new CheckpointReport(artifact, 5)),
        working(TaskContext::lastCheckpoint));

    assertThat(failureClass()).isEqualTo("INFRASTRUCTURE");
    assertThat(only("failure").json().path("reason").asString()).contains(artifact);
  }

  @Test
  void failsNamingADamagedArtifact() {
    String artifact = "e".repeat(64);
    damage(artifact);

    harness.runToEnd(Assigned.task(1), working(context -> context.artifact(artifact)));

    assertThat(failureClass()).isEqualTo("INFRASTRUCTURE");
    assertThat(only("failure").json().path("reason").asString())
        .contains(artifact)
        .contains("its file is missing");
  }

  private void damage(String artifact) {
    harness.service.answerOnce(
        artifact,
        500,
        """
        {"type": "urn:tamnas:problem:artifact-damaged", "detail": "its file is missing"}
        """);
  }

  @Test
  void failsWithTheServicesWordsWhereItsStoreIsFull() {
    harness.runToEnd(
        Assigned.task(1),
        working(
            context -> {
              Path file = Files.writeString(context.directory().resolve("state"), "state");
              harness.service.answerOnce(
                  DIGEST_OF_STATE, 507, "{\"detail\": \"the store is full; make room\"}");
              context.checkpoint(3, file);
            }));

    assertThat(failureClass()).isEqualTo("INFRASTRUCTURE");
    assertThat(only("failure").json().path("reason").asString())
        .contains("the store is full; make room");
    assertThat(harness.service.calls("checkpoints")).isEmpty();
  }

  @Test
  void numbersMetricBatchesWithoutGapsAndRepeatsThemUnderTheirNumber() {
    harness.service.loseAnswers("metrics", 1);

    harness.runToEnd(
        Assigned.task(1),
        working(
            context -> {
              for (int step = 1; step <= 700; step++) {
                context.metrics(step, Map.of("trainingLoss", 1.0 / step));
              }
            }));

    List<Call> batches = harness.service.calls("metrics");
    assertThat(batches)
        .extracting(call -> call.json().path("number").asInt())
        .containsExactly(1, 1, 2);
    assertThat(batches.get(1).body()).isEqualTo(batches.get(0).body());
    assertThat(batches.get(2).json().path("metrics").size()).isEqualTo(200);
  }

  @Test
  void sendsAllMetricsBeforeTheResult() {
    harness.runToEnd(
        Assigned.task(1), working(context -> context.metrics(3, Map.of("epsilon", 0.01))));

    List<String> order = harness.service.calls().stream().map(Call::what).toList();
    assertThat(order.indexOf("metrics")).isNotNegative().isLessThan(order.indexOf("result"));
  }

  @Test
  void leavesOutMetricsThatAreNotFinite() {
    harness.runToEnd(
        Assigned.task(1),
        working(context -> context.metrics(3, Map.of("a", Double.NaN, "b", 2.0))));

    assertThat(only("metrics").json().path("metrics").size()).isEqualTo(1);
  }

  @Test
  void goesOnAfterARefusedBatchOfMetrics() {
    harness.service.refuseOnce("metrics", 422);

    harness.runToEnd(
        Assigned.task(1),
        working(
            context -> {
              for (int step = 1; step <= 700; step++) {
                context.metrics(step, Map.of("trainingLoss", 1.0 / step));
              }
            }));

    List<Call> batches = harness.service.calls("metrics");
    assertThat(batches)
        .extracting(call -> call.json().path("number").asInt())
        .containsExactly(1, 1);
    assertThat(batches.get(1).json().path("metrics").size()).isEqualTo(200);
    assertThat(harness.service.calls("result")).hasSize(1);
  }

  @Test
  void stopsAsLostWhereMetricsAreRefusedAsStale() {
    harness.service.refuse("metrics", 409);

    var attempt =
        harness.runToEnd(
            Assigned.task(1), working(context -> context.metrics(3, Map.of("epsilon", 0.01))));

    assertThat(attempt.stop()).contains(StopReason.LOST);
  }

  @Test
  void keepsBeatingAfterAnAnswerWithoutAnInstruction() {
    harness.service.answerOnce("heartbeat", 200, "{}");

    harness.runToEnd(Assigned.task(1), working(context -> awaitHeartbeats(3)));

    assertThat(harness.service.calls("result")).hasSize(1);
  }

  @Test
  void reportsAKnownFailureWithItsMessage() {
    harness.runToEnd(
        Assigned.task(1),
        working(
            context -> {
              throw TaskFailedException.invalid("data_batch_1.bin: label 11 at record 3");
            }));

    assertThat(failureClass()).isEqualTo("INVALID");
    assertThat(only("failure").json().path("reason").asString())
        .isEqualTo("data_batch_1.bin: label 11 at record 3");
  }

  @Test
  void reportsAnUnknownFailureWithoutItsInnerLife() {
    harness.runToEnd(
        Assigned.task(1),
        working(
            context -> {
              throw new IllegalStateException("password=secret");
            }));

    assertThat(failureClass()).isEqualTo("INFRASTRUCTURE");
    assertThat(only("failure").body()).doesNotContain("secret").doesNotContain("\\tat ");
  }

  @Test
  void deletesTheFolderOfTheAttempt() {
    Path[] seen = new Path[1];

    harness.runToEnd(Assigned.task(1), working(context -> seen[0] = context.directory()));

    assertThat(seen[0]).doesNotExist();
  }

  private void awaitHeartbeats(int count) throws InterruptedException {
    while (harness.service.calls("heartbeat").size() < count) {
      Thread.sleep(5);
    }
  }

  private static void awaitStop(TaskContext context) throws InterruptedException {
    try {
      while (true) {
        context.checkContinue();
        Thread.sleep(2);
      }
    } catch (TaskStopped ignored) {
      // a runner that takes no notice
    }
  }

  private Call only(String what) {
    assertThat(harness.service.calls(what)).hasSize(1);
    return harness.service.calls(what).getFirst();
  }

  private String failureClass() {
    return only("failure").json().path("failureClass").asString();
  }

  private static FakeRunner working(Work work) {
    return new FakeRunner(
        Interruption.AFTER_CHECKPOINT,
        context -> {
          work.on(context);
          return FakeRunner.RESULT;
        });
  }

  @FunctionalInterface
  private interface Work {
    void on(TaskContext context) throws Exception;
  }
}
