package io.tamnas.worker.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.tamnas.protocol.worker.RegistrationAnswer.Directive;
import io.tamnas.protocol.worker.WorkerRegistration.AttemptReference;
import io.tamnas.worker.attempt.AttemptHarness;
import io.tamnas.worker.fake.Assigned;
import io.tamnas.worker.fake.FakeRunner;
import io.tamnas.worker.intake.Intake.Decision;
import io.tamnas.worker.task.TaskRunner.Interruption;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IntakeTest {
  private static final Duration LONG = Duration.ofSeconds(5);

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
  void beginsTheSameAttemptOnce() {
    FakeRunner runner = endless();
    Intake intake = intake(runner);

    assertThat(intake.offer(Assigned.task(1))).isEqualTo(Decision.BEGUN);
    assertThat(intake.offer(Assigned.task(1))).isEqualTo(Decision.KNOWN);

    await().until(() -> runner.runs() == 1);
    end(intake);
    assertThat(runner.runs()).isEqualTo(1);
  }

  @Test
  void knowsAnAttemptThatHasEnded() {
    FakeRunner runner = new FakeRunner(Interruption.AT_ONCE, context -> FakeRunner.RESULT);
    Intake intake = intake(runner);
    intake.offer(Assigned.task(1));
    awaitIdle(intake);

    assertThat(intake.offer(Assigned.task(1))).isEqualTo(Decision.KNOWN);
    assertThat(runner.runs()).isEqualTo(1);
  }

  @Test
  void refusesASecondTaskWhileBusy() {
    Intake intake = intake(endless());
    intake.offer(Assigned.task(1));

    assertThat(intake.offer(Assigned.task(2))).isEqualTo(Decision.BUSY);
    end(intake);
  }

  @Test
  void takesTheNextTaskAfterTheFirst() {
    Intake intake = intake(new FakeRunner(Interruption.AT_ONCE, context -> FakeRunner.RESULT));
    intake.offer(Assigned.task(1));
    awaitIdle(intake);

    assertThat(intake.offer(Assigned.task(2))).isEqualTo(Decision.BEGUN);
    awaitIdle(intake);
    assertThat(harness.service.calls("result")).hasSize(2);
  }

  @Test
  void refusesAnAttemptOlderThanAKnownOne() {
    Intake intake = intake(endless());
    intake.offer(Assigned.attempt(1, 3));

    assertThat(intake.offer(Assigned.attempt(1, 2))).isEqualTo(Decision.STALE);
    end(intake);
  }

  @Test
  void endsAnAttemptThatANewerOneMakesVoid() {
    Intake intake = intake(endless());
    intake.offer(Assigned.attempt(1, 1));

    assertThat(intake.offer(Assigned.attempt(1, 2))).isEqualTo(Decision.BUSY);
    awaitIdle(intake);
    assertThat(harness.service.calls("failure")).isEmpty();
    assertThat(intake.offer(Assigned.attempt(1, 2))).isEqualTo(Decision.BEGUN);
    end(intake);
  }

  @Test
  void cancelsTheTaskInHandAndNoOther() {
    Intake intake = intake(endless());
    intake.offer(Assigned.task(1));

    intake.cancel(Assigned.task(2).task());
    assertThat(intake.current()).isPresent();

    end(intake);
    assertThat(harness.service.calls("failure")).isEmpty();
  }

  @Test
  void cancelsNoLaterAttemptThanTheOneThatShallStop() {
    Intake intake = intake(endless());
    intake.offer(Assigned.attempt(1, 3));

    intake.cancel(Assigned.task(1).task(), 2);
    assertThat(intake.current().map(AttemptReference::attempt)).contains(3);
    intake.cancel(Assigned.task(1).task(), 3);

    await().until(() -> intake.current().isEmpty());
  }

  @Test
  void takesNothingWhileTheServiceWantsItToDrain() {
    Intake intake = intake(new FakeRunner(Interruption.AT_ONCE, context -> FakeRunner.RESULT));

    intake.obey(Directive.DRAIN);
    assertThat(intake.offer(Assigned.task(1))).isEqualTo(Decision.BUSY);

    intake.obey(Directive.WORK);
    assertThat(intake.offer(Assigned.task(1))).isEqualTo(Decision.BEGUN);
    awaitIdle(intake);
  }

  @Test
  void drainsByCheckpointAndReportsPreemption() {
    Intake intake = intake(endless());
    intake.offer(Assigned.task(1));

    assertThat(intake.drain(Duration.ZERO, LONG)).isTrue();

    assertThat(harness.service.calls("checkpoints")).hasSize(1);
    assertThat(harness.service.calls("failure"))
        .singleElement()
        .satisfies(
            call -> assertThat(call.json().path("failureClass").asString()).isEqualTo("PREEMPTED"));
    assertThat(intake.offer(Assigned.task(2))).isEqualTo(Decision.BUSY);
  }

  @Test
  void letsAShortTaskFinishWhileDraining() throws Exception {
    CountDownLatch waitedFor = new CountDownLatch(1);
    Intake intake =
        intake(
            new FakeRunner(
                Interruption.AT_ONCE,
                context -> {
                  waitedFor.await();
                  context.checkContinue();
                  return FakeRunner.RESULT;
                }));
    intake.offer(Assigned.task(1));
    FutureTask<Boolean> safe = new FutureTask<>(() -> intake.drain(LONG, LONG));
    Thread draining = Thread.ofPlatform().start(safe);
    await().until(() -> draining.getState() == Thread.State.TIMED_WAITING);
    waitedFor.countDown();

    assertThat(safe.get()).isTrue();
    assertThat(harness.service.calls("result")).hasSize(1);
  }

  @Test
  void saysThatATaskDidNotLetGoInTime() {
    Intake intake = intake(endless());
    harness.service.leave();
    intake.offer(Assigned.task(1));

    assertThat(intake.drain(Duration.ZERO, Duration.ofMillis(50))).isFalse();
    end(intake);
  }

  @Test
  void refusesTwoRunnersForOneKind() {
    assertThatThrownBy(() -> new Intake(List.of(endless(), endless()), harness.life))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("TRAIN_SUPERNET");
  }

  private Intake intake(FakeRunner runner) {
    return new Intake(List.of(runner), harness.life);
  }

  private static FakeRunner endless() {
    return FakeRunner.endless(Interruption.AFTER_CHECKPOINT);
  }

  private static void end(Intake intake) {
    intake.current().ifPresent(attempt -> intake.cancel(attempt.task()));
    awaitIdle(intake);
  }

  private static void awaitIdle(Intake intake) {
    await().atMost(LONG).until(() -> intake.current().isEmpty());
  }
}
