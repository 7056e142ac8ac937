package io.tamnas.worker.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tamnas.protocol.worker.RegistrationAnswer.Directive;
import io.tamnas.worker.attempt.AttemptHarness;
import io.tamnas.worker.fake.Assigned;
import io.tamnas.worker.fake.Callers;
import io.tamnas.worker.fake.FakeRunner;
import io.tamnas.worker.fake.FakeSearchService.Call;
import io.tamnas.worker.identity.WorkerDescription;
import io.tamnas.worker.identity.WorkerName;
import io.tamnas.worker.intake.Intake;
import io.tamnas.worker.intake.Intake.Decision;
import io.tamnas.worker.task.TaskRunner.Interruption;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RegistrationTest {
  @TempDir Path folder;
  private AttemptHarness harness;
  private Intake intake;
  private Registration registration;

  @BeforeEach
  void open() throws Exception {
    harness = new AttemptHarness(folder);
    intake = new Intake(List.of(FakeRunner.endless(Interruption.AT_ONCE)), harness.life);
    Presentation presentation =
        new Presentation(
            new WorkerName("trainer-1"),
            URI.create("http://trainer:8081"),
            new UUID(1, 2),
            intake.kinds(),
            new WorkerDescription("cpu", "1.0", "bits"));
    registration =
        new Registration(
            presentation, Callers.of(harness.service), intake, Callers.BACKOFF, harness.heartbeats);
  }

  @AfterEach
  void close() throws Exception {
    registration.close();
    harness.close();
  }

  @Test
  void saysWhatItIs() {
    registration.start();

    Call call = first();
    assertThat(call.method()).isEqualTo("PUT");
    assertThat(call.path()).isEqualTo("/api/v1/workers/trainer-1");
    assertThat(call.json().path("url").asString()).isEqualTo("http://trainer:8081");
    assertThat(call.json().path("incarnation").asString()).isEqualTo(new UUID(1, 2).toString());
    assertThat(call.json().path("kinds").get(0).asString()).isEqualTo("TRAIN_SUPERNET");
    assertThat(call.json().path("attempt").isNull()).isTrue();
  }

  @Test
  void triesAgainUntilTheServiceIsThere() {
    harness.service.loseAnswers("trainer-1", 3);

    registration.start();

    await().until(() -> harness.service.calls("trainer-1").size() >= 4);
  }

  @Test
  void triesAgainAfterARefusal() {
    harness.service.refuse("trainer-1", 422);
    registration.start();

    await().until(() -> harness.service.calls("trainer-1").size() >= 2);
  }

  @Test
  void triesAgainAfterAnAnswerWithoutADirective() {
    harness.service.answerOnce("trainer-1", 200, "{\"heartbeatSeconds\": 1}");

    registration.start();

    await().until(() -> harness.service.calls("trainer-1").size() >= 2);
  }

  @Test
  void tellsOfAnAttemptAsSoonAsItBegins() {
    registration.start();
    first();

    intake.offer(Assigned.task(1));

    await()
        .untilAsserted(
            () ->
                assertThat(harness.service.calls("trainer-1"))
                    .anySatisfy(
                        call ->
                            assertThat(call.json().path("attempt").path("task").asString())
                                .isEqualTo(Assigned.task(1).task().toString())));
    intake.cancel(Assigned.task(1).task());
  }

  @Test
  void takesNoTaskOnceItIsToldToDrain() {
    harness.service.direct(Directive.DRAIN);
    registration.start();
    first();

    await().until(() -> harness.service.calls("trainer-1").size() >= 2);
    assertThat(intake.offer(Assigned.task(1))).isEqualTo(Decision.BUSY);
  }

  @Test
  void isRegisteredOnlyWhileTheServiceTakesIt() {
    registration.start();
    await().until(harness.heartbeats::isRegistered);

    harness.service.leave();
    await().until(() -> !harness.heartbeats.isRegistered());

    harness.service.comeBack();
    await().until(harness.heartbeats::isRegistered);
    registration.close();
    await().until(() -> !harness.heartbeats.isRegistered());
  }

  private Call first() {
    await().until(() -> !harness.service.calls("trainer-1").isEmpty());
    return harness.service.calls("trainer-1").getFirst();
  }
}
