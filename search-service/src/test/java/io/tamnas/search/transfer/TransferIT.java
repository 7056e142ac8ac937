package io.tamnas.search.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tamnas.protocol.task.FailureClass;
import io.tamnas.protocol.task.Heartbeat;
import io.tamnas.protocol.task.TaskAssignment;
import io.tamnas.protocol.task.TaskFailure;
import io.tamnas.protocol.task.TaskResult.TransferMeasured;
import io.tamnas.protocol.task.Work;
import io.tamnas.search.support.FakeWorker;
import io.tamnas.search.support.MadeUp;
import io.tamnas.search.support.RunningService;
import io.tamnas.search.support.Service;
import io.tamnas.search.support.Submitted;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLConnection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;

/** Transfer matrices of a job that a made-up worker brings to its end. */
class TransferIT {

  private static final String JOB =
      """
      {"dataset": {"name": "shapes"}, "space": {"preset": "tam-nano"},
       "search": {"population": 6, "generations": 1, "baseline": "none"}}
      """;
  private static final String FRONT = "{\"subnets\": \"front\"}";
  private static final String TWO =
      """
      {"subnets": [[0,0,0,0,0,0,0,0,0,0,0,0], [3,0,0,0,0,0,9,9,9,9,9,9]], "images": 100}
      """;

  @RegisterExtension static final RunningService RUNNING = new RunningService();

  private final Service service = RUNNING.service();
  private @Nullable FakeWorker worker;

  /** What becomes of matrices, and of measurements. */
  private volatile FakeWorker.Behaviour matrices = MadeUp::outcome;

  private volatile FakeWorker.Behaviour evaluations = MadeUp::outcome;

  @BeforeEach
  void startWorker() {
    worker =
        new FakeWorker(
                "worker",
                () -> service,
                (self, task) ->
                    switch (task.work()) {
                      case Work.TrainSupernet _,
                          Work.TrainSubnet _,
                          Work.Validate _,
                          Work.Export _,
                          Work.MeasureLatency _ ->
                          MadeUp.outcome(self, task);
                      case Work.Evaluate _ -> evaluations.outcome(self, task);
                      case Work.TransferMatrix _ -> matrices.outcome(self, task);
                    })
            .start();
  }

  @AfterEach
  void stopWorker() {
    if (worker != null) {
      worker.close();
    }
  }

  @Test
  void measuresTheFrontOfAJobThatHasEnded() {
    Submitted job = ended();

    Service.Answer accepted = service.post(job.path() + "/transfer-matrices", FRONT);

    assertThat(accepted.status()).as(accepted.text()).isEqualTo(202);
    assertThat(accepted.header("Location")).isEqualTo(job.path() + "/transfer-matrices/1");
    assertThat(accepted.header("Retry-After")).isNotEmpty();
    assertThat(accepted.json().get("matrix").isNull()).isTrue();
    JsonNode matrix = reaches(accepted.header("Location"), "SUCCEEDED");
    List<JsonNode> front = new ArrayList<>();
    job.front().get("individuals").forEach(front::add);
    assertThat(matrix.get("subnets")).hasSize(front.size());
    assertThat(matrix.get("matrix")).hasSize(front.size());
    for (int i = 0; i < front.size(); i++) {
      JsonNode subnet = matrix.get("subnets").get(i);
      assertThat(subnet.get("genotype")).isEqualTo(front.get(i).get("genotype"));
      assertThat(subnet.get("parameters")).isEqualTo(front.get(i).get("parameters"));
      assertThat(subnet.get("clean")).isEqualTo(front.get(i).get("clean"));
      assertThat(matrix.get("matrix").get(i).get(i)).isEqualTo(front.get(i).get("adversarial"));
    }
    assertThat(matrix.at("/progress").asDouble()).isEqualTo(1);
    assertThat(matrix.at("/protocol/text")).isEqualTo(job.front().at("/protocol/text"));
    assertThat(matrix.at("/protocol/numericEnvironment").asString()).isEqualTo("test");
    assertThat(matrix.at("/endedAt").isNull()).isFalse();
    assertThat(job.state()).isEqualTo("SUCCEEDED");
    assertThat(job.phases()).containsEntry("TRANSFER", 1);
  }

  @Test
  void drawsWhatItHasMeasured() throws IOException {
    Submitted job = ended();
    String path = ask(job, TWO);
    reaches(path, "SUCCEEDED");

    URLConnection connection = service.uri(path + "/picture").toURL().openConnection();

    try (InputStream png = connection.getInputStream()) {
      BufferedImage picture = ImageIO.read(png);
      assertThat(connection.getContentType()).isEqualTo("image/png");
      assertThat(picture.getWidth()).isEqualTo(860);
    }
  }

  @Test
  void tellsOfAMatrixUnderWayAndLetsItsWorkerRenew() {
    Submitted job = ended();
    matrices = (self, task) -> null;
    String path = ask(job, TWO);
    TaskAssignment assignment = assigned(1);

    service.postAsWorker(
        "/api/v1/tasks/%s/attempts/1/heartbeat".formatted(assignment.task()), new Heartbeat(0.25));

    JsonNode matrix = reaches(path, "RUNNING");
    assertThat(matrix.get("progress").asDouble()).isEqualTo(0.25);
    assertThat(service.get(path).header("Retry-After")).isNotEmpty();
    Service.Answer picture = service.get(path + "/picture");
    assertThat(picture.status()).isEqualTo(409);
    assertThat(picture.problem()).isEqualTo("conflict");
    assertThat(picture.json().get("detail").asString()).contains("is RUNNING");
    Work.TransferMatrix work = (Work.TransferMatrix) assignment.work();
    TransferMeasured whole = MadeUp.transferred(work, "test");
    assertUnusable(
        assignment,
        new TransferMeasured(
            99, counts(1, 2), List.of(counts(1, 2), counts(1, 2)), whole.datasetDigest(), "test"),
        "100 images");
    assertUnusable(
        assignment,
        new TransferMeasured(100, counts(1), List.of(counts(1)), whole.datasetDigest(), "test"),
        "2 subnets");
    assertUnusable(
        assignment,
        new TransferMeasured(100, whole.cleanCorrect(), whole.correct(), "e".repeat(64), "test"),
        "digest");
    assertThat(taken().report(assignment, whole).status()).isEqualTo(200);
    reaches(path, "SUCCEEDED");
  }

  @Test
  void failsWithTheReasonWhereTheDataIsAtFault() {
    Submitted job = ended();
    matrices = (self, task) -> new TaskFailure(FailureClass.INVALID, "the data here is another");

    JsonNode matrix = reaches(ask(job, TWO), "FAILED");

    assertThat(matrix.at("/failure/failureClass").asString()).isEqualTo("INVALID");
    assertThat(matrix.at("/failure/reason").asString()).contains("the data here is another");
    assertThat(matrix.get("matrix").isNull()).isTrue();
    assertThat(job.state()).as("a matrix changes nothing of the job").isEqualTo("SUCCEEDED");
  }

  @Test
  void triesAgainAFewTimes() {
    Submitted job = ended();
    AtomicInteger failures = new AtomicInteger(2);
    matrices =
        (self, task) ->
            failures.getAndDecrement() > 0
                ? new TaskFailure(FailureClass.INFRASTRUCTURE, "the disk is full")
                : MadeUp.outcome(self, task);
    reaches(ask(job, TWO), "SUCCEEDED");

    matrices = (self, task) -> new TaskFailure(FailureClass.INFRASTRUCTURE, "the disk is full");
    JsonNode matrix = reaches(ask(job, TWO), "FAILED");

    assertThat(matrix.at("/failure/reason").asString()).contains("4 attempts", "the disk is full");
  }

  @Test
  void endsWithItsJobWhereThatIsCancelled() {
    matrices = (self, task) -> null;
    Submitted job =
        Submitted.to(service, JOB.replace("\"generations\": 1", "\"generations\": 400"));
    await().until(() -> !job.status().get("supernet").isNull());
    String path = ask(job, TWO);
    await().until(() -> state(path).equals("RUNNING"));

    assertThat(service.post(job.path() + "/cancel", "").status()).isEqualTo(200);

    JsonNode matrix = reaches(path, "FAILED");
    assertThat(matrix.at("/failure/reason").asString()).contains("ended together with its search");
    assertThat(matrix.at("/failure/failureClass").isNull()).isTrue();
    matrices = MadeUp::outcome;
    reaches(ask(job, TWO), "SUCCEEDED");
    assertThat(job.state()).isEqualTo("CANCELLED");
  }

  @Test
  void isMeasuredWhileItsJobIsPausedAndStaysFailedWhereThatIsRetried() {
    AtomicInteger failures = new AtomicInteger(1);
    evaluations =
        (self, task) ->
            failures.getAndDecrement() > 0
                ? new TaskFailure(FailureClass.OUT_OF_MEMORY, "too little")
                : MadeUp.outcome(self, task);
    Submitted job =
        Submitted.to(service, JOB.replace("shapes\"", "shapes\", \"splitSeed\": 77"))
            .reaches("PAUSED");
    reaches(ask(job, TWO), "SUCCEEDED");
    matrices = (self, task) -> new TaskFailure(FailureClass.OUT_OF_MEMORY, "too little");
    String failed = ask(job, TWO);
    reaches(failed, "FAILED");
    assertThat(job.state()).isEqualTo("PAUSED");

    assertThat(service.post(job.path() + "/retry", "").status()).isEqualTo(202);

    job.reaches("SUCCEEDED");
    assertThat(state(failed)).isEqualTo("FAILED");
  }

  @Test
  void createsOneMatrixPerIdempotencyKeyAndJob() {
    Submitted job = ended();
    String all = job.path() + "/transfer-matrices";

    Service.Answer first = service.post(all, TWO, "Idempotency-Key", "k");
    Service.Answer second = service.post(all, TWO, "Idempotency-Key", "k");
    Service.Answer other = service.post(all, FRONT, "Idempotency-Key", "k");

    assertThat(second.status()).isEqualTo(202);
    assertThat(second.header("Location")).isEqualTo(first.header("Location"));
    assertThat(other.status()).isEqualTo(422);
    assertThat(other.problem()).isEqualTo("idempotency-key-reused");
    assertThat(service.get(all).json().get("items")).hasSize(1);
    assertThat(service.post(all, TWO, "Idempotency-Key", " ").problem())
        .isEqualTo("invalid-parameter");
  }

  @Test
  void pagesMatricesFromTheNewestOn() {
    Submitted job = ended();
    for (int i = 0; i < 3; i++) {
      ask(job, TWO);
    }

    JsonNode page = service.get(job.path() + "/transfer-matrices?limit=2").json();
    JsonNode rest =
        service
            .get(job.path() + "/transfer-matrices?limit=2&cursor=" + page.get("next").asString())
            .json();

    assertThat(page.get("items").findValuesAsString("number")).containsExactly("3", "2");
    assertThat(rest.get("items").findValuesAsString("number")).containsExactly("1");
    assertThat(rest.get("next").isNull()).isTrue();
    assertThat(service.get(job.path() + "/transfer-matrices?limit=0").problem())
        .isEqualTo("invalid-parameter");
    assertThat(service.get(job.path() + "/transfer-matrices?cursor=x").problem())
        .isEqualTo("invalid-parameter");
  }

  @Test
  void refusesJobsWithoutASupernet() {
    taken().beBusy();
    Submitted job = Submitted.to(service, JOB);

    Service.Answer answer = service.post(job.path() + "/transfer-matrices", TWO);

    assertThat(answer.status()).isEqualTo(409);
    assertThat(answer.problem()).isEqualTo("no-supernet");
    assertThat(answer.json().get("detail").asString())
        .contains("has no trained supernet", "from SEARCHING on");
    service.post(job.path() + "/cancel", "");
    assertThat(service.post(job.path() + "/transfer-matrices", TWO).json().get("detail").asString())
        .contains("CANCELLED", "ask a job that has one");
  }

  @Test
  void refusesAFrontThatHasNobodyToCompareWith() {
    Submitted job = ended();
    RUNNING.database().execute("update individual set measurement = null");

    Service.Answer answer = service.post(job.path() + "/transfer-matrices", FRONT);

    assertThat(answer.status()).isEqualTo(409);
    assertThat(answer.problem()).isEqualTo("conflict");
    assertThat(answer.json().get("detail").asString()).contains("has 0 measured subnets");
  }

  @Test
  void saysEverythingThatIsWrongWithARequest() {
    Submitted job = ended();

    Service.Answer answer =
        service.post(job.path() + "/transfer-matrices", "{\"subnets\": [[1], [2]], \"images\": 0}");

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.problem()).isEqualTo("invalid-specification");
    assertThat(answer.json().get("violations").findValuesAsString("pointer"))
        .containsExactly("/subnets/0", "/subnets/1", "/images");
    assertThat(service.get(job.path() + "/transfer-matrices").json().get("items")).isEmpty();
  }

  @Test
  void knowsNoOtherJobsAndMatrices() {
    String unknown = "/api/v1/search-jobs/0190b5f0-7a4e-7c3c-9d9a-3f3f6d8a2b11/transfer-matrices";
    Submitted job = ended();

    assertThat(service.post(unknown, TWO).status()).isEqualTo(404);
    assertThat(service.get(unknown).status()).isEqualTo(404);
    assertThat(service.get(unknown + "/1").status()).isEqualTo(404);
    assertThat(service.get(job.path() + "/transfer-matrices/1").problem()).isEqualTo("not-found");
    assertThat(service.get(job.path() + "/transfer-matrices/1/picture").problem())
        .isEqualTo("not-found");
    assertThat(service.get(job.path() + "/transfer-matrices/x").problem())
        .isEqualTo("invalid-parameter");
  }

  private Submitted ended() {
    return Submitted.to(service, JOB).reaches("SUCCEEDED");
  }

  private String ask(Submitted job, String body) {
    Service.Answer answer = service.post(job.path() + "/transfer-matrices", body);
    assertThat(answer.status()).as(answer.text()).isEqualTo(202);
    return answer.header("Location");
  }

  private FakeWorker taken() {
    return Objects.requireNonNull(worker);
  }

  /** The assignment of the n-th matrix. */
  private TaskAssignment assigned(int count) {
    await().until(() -> matrixAssignments().size() >= count);
    return matrixAssignments().get(count - 1);
  }

  private List<TaskAssignment> matrixAssignments() {
    return taken().received().stream()
        .filter(assignment -> assignment.work() instanceof Work.TransferMatrix)
        .toList();
  }

  private void assertUnusable(TaskAssignment assignment, TransferMeasured result, String reason) {
    Service.Answer answer = taken().report(assignment, result);
    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.json().get("detail").asString()).contains(reason);
  }

  private static List<Integer> counts(Integer... counts) {
    return List.of(counts);
  }

  private String state(String path) {
    return service.get(path).json().get("state").asString();
  }

  private JsonNode reaches(String path, String state) {
    await()
        .pollInterval(Duration.ofMillis(20))
        .atMost(Duration.ofSeconds(30))
        .until(() -> state(path).equals(state));
    return service.get(path).json();
  }
}
