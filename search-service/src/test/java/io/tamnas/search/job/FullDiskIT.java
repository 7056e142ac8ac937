package io.tamnas.search.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tamnas.protocol.task.CheckpointReport;
import io.tamnas.protocol.task.FailureClass;
import io.tamnas.protocol.task.TaskAssignment;
import io.tamnas.protocol.task.TaskFailure;
import io.tamnas.protocol.task.Work;
import io.tamnas.search.support.Database;
import io.tamnas.search.support.FakeWorker;
import io.tamnas.search.support.MadeUp;
import io.tamnas.search.support.Service;
import io.tamnas.search.support.SmallDisk;
import io.tamnas.search.support.Submitted;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FullDiskIT {

  private static final byte[] CHECKPOINT = "half way".getBytes(StandardCharsets.UTF_8);
  private static final byte[] LATER = new byte[900_000];

  /**
   * Reports what it was told, as a worker does; its checkpoint is stored before the disk is full.
   */
  private static @Nullable Object train(FakeWorker worker, TaskAssignment assignment) {
    if (!(assignment.work() instanceof Work.TrainSupernet)) {
      return MadeUp.outcome(worker, assignment);
    }
    if (assignment.checkpoint() == null) {
      checkpoint(worker, assignment, CHECKPOINT);
    }
    Service.Answer answer = upload(worker, LATER);
    return answer.status() < 300
        ? MadeUp.outcome(worker, assignment)
        : new TaskFailure(
            FailureClass.INFRASTRUCTURE,
            "status " + answer.status() + ": " + answer.json().get("detail").asString());
  }

  private static void checkpoint(FakeWorker worker, TaskAssignment assignment, byte[] content) {
    upload(worker, content);
    worker
        .service()
        .postAsWorker(
            "/api/v1/tasks/%s/attempts/%d/checkpoints"
                .formatted(assignment.task(), assignment.attempt()),
            new CheckpointReport(MadeUp.sha256(content), 5));
  }

  private static Service.Answer upload(FakeWorker worker, byte[] content) {
    return worker.service().upload("/api/v1/artifacts/" + MadeUp.sha256(content), content);
  }

  @Test
  void pausesAJobWhoseCheckpointsFindNoRoomAndGoesOnFromTheLastOneOnceThereIs() throws IOException {
    try (SmallDisk disk = SmallDisk.of(1);
        Service service = Service.start(Database.create(), disk.path());
        FakeWorker worker = new FakeWorker("one", () -> service, FullDiskIT::train)) {
      Path filler = Files.write(disk.path().resolve("of another program"), new byte[500_000]);
      worker.start();
      Submitted job = Submitted.to(service, Submitted.SMALL).reaches("PAUSED");

      assertThat(job.status().at("/failure/failureClass").asString()).isEqualTo("INFRASTRUCTURE");
      assertThat(job.status().at("/failure/reason").asString())
          .contains("4 attempts failed")
          .contains("status 507")
          .contains("is full")
          .contains("make room there, then retry the job");
      assertThat(service.getAsWorker("/api/v1/artifacts/" + MadeUp.sha256(LATER)).status())
          .isEqualTo(404);

      Files.delete(filler);
      int before = worker.received().size();
      service.post(job.path() + "/retry", "");
      await().until(() -> worker.received().size() > before);

      assertThat(worker.received().get(before).checkpoint())
          .isEqualTo(new CheckpointReport(MadeUp.sha256(CHECKPOINT), 5));
      job.reaches("SUCCEEDED");
    }
  }
}
