package io.tamnas.search.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tamnas.protocol.evaluation.EvaluationProtocol;
import io.tamnas.protocol.evaluation.Split;
import io.tamnas.protocol.task.FailureClass;
import io.tamnas.protocol.task.TaskAssignment;
import io.tamnas.protocol.task.TaskFailure;
import io.tamnas.protocol.task.TaskKind;
import io.tamnas.protocol.task.TaskResult;
import io.tamnas.protocol.task.TaskResult.NetworkMeasured;
import io.tamnas.protocol.task.Work;
import io.tamnas.search.support.Database;
import io.tamnas.search.support.FakeWorker;
import io.tamnas.search.support.MadeUp;
import io.tamnas.search.support.RunningService;
import io.tamnas.search.support.Service;
import io.tamnas.search.support.Submitted;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Probes of a job that a made-up worker trains and measures. */
class ProbeIT {

  private static final String JOB =
      """
      {"dataset": {"name": "shapes"}, "space": {"preset": "tam-nano"},
       "search": {"population": 8, "generations": 1, "baseline": "none"},
       "correlation": {"subnets": 9, "training": {"steps": 40}}}
      """;

  @RegisterExtension static final RunningService RUNNING = new RunningService();

  private final Service service = RUNNING.service();
  private @Nullable FakeWorker worker;

  /** What becomes of tasks. */
  private volatile FakeWorker.Behaviour behaviour = ProbeIT::outcome;

  /** A network of its own reaches three images less than was estimated, as if it were that one. */
  private static TaskResult outcome(FakeWorker self, TaskAssignment task) {
    if (!(task.work() instanceof Work.Validate validate)) {
      return MadeUp.outcome(self, task);
    }
    TaskResult.SubnetMeasured estimate =
        MadeUp.measured(
            new Work.Evaluate(
                validate.dataset(),
                validate.datasetDigest(),
                validate.space(),
                validate.network(),
                validate.genotype(),
                new EvaluationProtocol(
                    validate.protocol().attack(),
                    validate.protocol().images(),
                    validate.protocol().batchSize(),
                    1,
                    1,
                    0,
                    1)),
            self.environment());
    return new NetworkMeasured(
        estimate.images(),
        estimate.cleanCorrect() - 3,
        estimate.adversarialCorrect() - 3,
        Set.of(),
        validate.datasetDigest(),
        self.environment());
  }

  @BeforeEach
  void startWorker() {
    worker =
        new FakeWorker("worker", () -> service, (self, task) -> behaviour.outcome(self, task))
            .start();
  }

  @AfterEach
  void stopWorker() {
    worker().close();
  }

  @Test
  void correlatesEstimatesWithShortTrainingsOfTheirOwn() {
    Submitted job = Submitted.to(service, JOB).reaches("SUCCEEDED");

    JsonNode correlation = correlation(job);
    assertThat(correlation.get("items")).hasSize(9);
    int before = -1;
    for (JsonNode item : correlation.get("items")) {
      assertThat(item.get("stage").asString()).isEqualTo("FINISHED");
      int estimate = item.at("/estimate/adversarial/correct").asInt();
      assertThat(estimate).isGreaterThanOrEqualTo(before);
      assertThat(item.at("/standAlone/adversarial/correct").asInt()).isEqualTo(estimate - 3);
      before = estimate;
    }
    for (String kind : List.of("clean", "adversarial")) {
      assertThat(correlation.at("/" + kind + "/pairs").asInt()).isEqualTo(9);
      assertThat(correlation.at("/" + kind + "/kendall/value").asDouble()).isEqualTo(1);
      assertThat(correlation.at("/" + kind + "/spearman/interval")).hasSize(2);
    }
    assertThat(correlation.get("failed").asInt()).isZero();
    assertThat(correlation.get("training").asString()).contains("9 of all", "40 steps");
    assertThat(correlation.get("estimateProtocol").asString())
        .startsWith(correlation.get("standAloneProtocol").asString() + ", statistics from 1024");
    assertThat(job.status().at("/links/correlation").asString())
        .isEqualTo(job.path() + "/correlation");
  }

  @Test
  void trainsFromScratchAndNeverLooksAtTestImages() {
    Submitted.to(service, JOB).reaches("SUCCEEDED");

    assertThat(works(Work.TrainSubnet.class))
        .hasSize(9)
        .allSatisfy(
            work -> {
              assertThat(work.supernet()).isNull();
              assertThat(work.training().steps()).isEqualTo(40);
              assertThat(work.selection().protocol().split()).isEqualTo(Split.VALIDATION);
            });
    assertThat(works(Work.Validate.class))
        .hasSize(9)
        .allSatisfy(work -> assertThat(work.protocol().split()).isEqualTo(Split.VALIDATION));
    assertThat(works(Work.Export.class)).isEmpty();
  }

  @Test
  void leavesOutATrainingThatDivergesByNameAndCountsIt() {
    behaviour =
        (self, task) ->
            task.work() instanceof Work.TrainSubnet && attemptsAtTrainings() == 1
                ? new TaskFailure(FailureClass.DIVERGED, "the loss is no number at step 7")
                : outcome(self, task);

    Submitted job = Submitted.to(service, JOB).reaches("SUCCEEDED");

    JsonNode correlation = correlation(job);
    assertThat(correlation.get("failed").asInt()).isEqualTo(1);
    assertThat(correlation.at("/adversarial/pairs").asInt()).isEqualTo(8);
    assertThat(correlation.at("/items/0/stage").asString()).isEqualTo("FAILED");
    assertThat(correlation.at("/items/0/failure/reason").asString()).contains("step 7");
    assertThat(correlation.at("/items/0/standAlone").isNull()).isTrue();
    assertThat(service.get(job.path() + "/report.html").text())
        .contains("1 of them failed", "the loss is no number at step 7", "n = 8");
  }

  @Test
  void waitsWhereAnotherTryMayHelpAndGoesOnAfterARetry() {
    behaviour =
        (self, task) ->
            task.work() instanceof Work.Validate
                ? new TaskFailure(FailureClass.INFRASTRUCTURE, "the disk is full")
                : outcome(self, task);
    Submitted job = Submitted.to(service, JOB).reaches("PAUSED");
    assertThat(job.status().at("/failure/reason").asString())
        .contains("probe/", "the disk is full");
    assertThat(job.status().get("progress").asDouble()).isBetween(0.5, 0.99);

    behaviour = ProbeIT::outcome;
    service.post(job.path() + "/retry", "");

    job.reaches("SUCCEEDED");
    assertThat(correlation(job).at("/clean/pairs").asInt()).isEqualTo(9);
  }

  @Test
  void endsWithItsJob() {
    behaviour =
        (self, task) -> task.work() instanceof Work.TrainSubnet ? null : outcome(self, task);
    Submitted job = Submitted.to(service, JOB).reaches("FINALIZING");
    await().until(() -> attemptsAtTrainings() > 0);

    service.post(job.path() + "/cancel", "");

    job.reaches("CANCELLED");
    assertThat(correlation(job).at("/items/0/stage").asString()).isEqualTo("CANCELLED");
    assertThat(correlation(job).get("clean").isNull()).isTrue();
  }

  @Test
  void standsApartFromFinalistsInTheReport() {
    Submitted job =
        Submitted.to(service, JOB.replaceFirst("}\\s*$", ", \"finalists\": {\"count\": 2}}"))
            .reaches("SUCCEEDED");

    JsonNode report = service.get(job.path() + "/report").json();
    String page = service.get(job.path() + "/report.html").text();

    assertThat(report.get("correlation")).isEqualTo(correlation(job));
    assertThat(report.get("finalists")).hasSize(2);
    assertThat(report.at("/agreements/0/correlation/pairs").asInt()).isEqualTo(2);
    assertThat(page)
        .contains("How far the estimates order subnets", "scatter-clean", "scatter-robust")
        .contains("Accuracy under attack, order of the estimates", "n = 9")
        .doesNotContain("src=", "href=", "<script");
  }

  @Test
  void leavesAProbeAsItIsThatIsAddedOnceMore() {
    Submitted job = Submitted.to(service, JOB).reaches("SUCCEEDED");
    JsonNode before = correlation(job);
    Database database = RUNNING.database();
    ProbeRows rows =
        new ProbeRows(
            JdbcClient.create(
                new DriverManagerDataSource(database.url(), database.user(), database.password())),
            JsonMapper.shared());
    UUID id = UUID.fromString(job.status().get("id").asString());

    rows.add(new ProbeId(id, 1), rows.of(id).getFirst().genotype());

    assertThat(correlation(job)).isEqualTo(before);
  }

  @Test
  void saysNothingWhereNoneIsAskedFor() {
    Submitted job =
        Submitted.to(service, JOB.replaceFirst(",\\s*\"correlation\"[^}]*}}", ""))
            .reaches("SUCCEEDED");

    assertThat(correlation(job).get("items")).isEmpty();
    assertThat(correlation(job).get("training").asString()).contains("asks for no trainings");
    assertThat(service.get(job.path() + "/report").json().get("correlation").isNull()).isTrue();
  }

  private long attemptsAtTrainings() {
    return worker().received().stream()
        .filter(task -> task.work().kind() == TaskKind.TRAIN_SUBNET)
        .count();
  }

  private <W extends Work> List<W> works(Class<W> kind) {
    Stream<Work> works = worker().received().stream().map(TaskAssignment::work);
    return works.filter(kind::isInstance).map(kind::cast).toList();
  }

  private FakeWorker worker() {
    return Objects.requireNonNull(worker);
  }

  private JsonNode correlation(Submitted job) {
    return service.get(job.path() + "/correlation").json();
  }
}
