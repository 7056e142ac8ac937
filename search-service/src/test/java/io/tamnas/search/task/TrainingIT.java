package io.tamnas.search.task;

import static org.assertj.core.api.Assertions.assertThat;

import io.tamnas.protocol.task.CheckpointReport;
import io.tamnas.protocol.task.FailureClass;
import io.tamnas.protocol.task.TaskFailure;
import io.tamnas.protocol.task.TaskKind;
import io.tamnas.protocol.worker.WorkerRegistration;
import io.tamnas.search.specification.Scheduling;
import io.tamnas.search.support.Submitted;
import java.net.URI;
import java.util.EnumSet;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How trainings start, and how often they may fail. */
class TrainingIT {

  private final QuietService service = QuietService.shared();
  private UUID job;

  @BeforeEach
  void submit() {
    service.empty();
    job = service.people.submit(Submitted.SMALL, Scheduling.USUAL);
    register();
  }

  @Test
  void hasStartedAlsoWhereItsJobIsPausedOnTheWayToTheWorker() {
    Claim claim = next();
    service.people.pause(job);

    service.attempts.started(claim.task());

    assertThat(state()).isEqualTo("PAUSED");
    service.people.resume(job);
    assertThat(state()).isEqualTo("TRAINING_SUPERNET");
  }

  @Test
  void countsFailuresAnewFromANewerCheckpointOn() {
    for (int i = 1; i < QuietService.FAILURES; i++) {
      fail(next());
    }
    assertThat(failures()).isEqualTo(QuietService.FAILURES - 1);
    Claim far = next();
    checkpoint(far, 40);
    assertThat(failures()).isZero();
    fail(far);

    checkpoint(next(), 40);

    assertThat(failures()).as("the same step again is no progress").isEqualTo(1);
    assertThat(state()).isNotEqualTo("PAUSED");
  }

  private int failures() {
    return service.sql.sql("select failures from task").query(Integer.class).single();
  }

  private String state() {
    return service
        .sql
        .sql("select state from search_job where id = ?")
        .param(job)
        .query(String.class)
        .single();
  }

  /** After whatever pause it takes, also on a worker that has failed. */
  private Claim next() {
    service.pass(QuietService.LEASE);
    register();
    return service.claim().getFirst();
  }

  private void checkpoint(Claim claim, long step) {
    String artifact = "a".repeat(64);
    service.upload(artifact);
    service.attempts.checkpoint(
        claim.task().id(), claim.attempt(), new CheckpointReport(artifact, step));
  }

  private void fail(Claim claim) {
    service.attempts.fail(
        claim.task().id(),
        claim.attempt(),
        new TaskFailure(FailureClass.INFRASTRUCTURE, "disk full"));
  }

  private void register() {
    service.workers.register(
        "w1",
        new WorkerRegistration(
            URI.create("http://localhost:9"),
            UUID.randomUUID(),
            EnumSet.allOf(TaskKind.class),
            "cpu",
            1,
            "1",
            "e",
            "a machine",
            null));
  }
}
