package io.tamnas.search.finalist;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.awaitility.Awaitility.await;

import io.tamnas.protocol.task.CheckpointReport;
import io.tamnas.protocol.task.FailureClass;
import io.tamnas.protocol.task.TaskAssignment;
import io.tamnas.protocol.task.TaskFailure;
import io.tamnas.protocol.task.Work;
import io.tamnas.search.specification.SearchJobSpecification;
import io.tamnas.search.specification.SpecificationParser;
import io.tamnas.search.specification.SpecificationReader;
import io.tamnas.search.support.FakeWorker;
import io.tamnas.search.support.MadeUp;
import io.tamnas.search.support.RunningService;
import io.tamnas.search.support.Service;
import io.tamnas.search.support.Submitted;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Finalists of a job that a made-up worker brings to its end. */
class FinalistIT {

  private static final String JOB =
      """
      {"dataset": {"name": "shapes"}, "space": {"preset": "tam-nano"},
       "search": {"population": 6, "generations": 1, "baseline": "none"},
       "finalists": {"count": 2}}
      """;

  private static final String ONE =
      JOB.replace("\"count\": 2", "\"count\": 1, \"starts\": [\"supernet\"]");

  @RegisterExtension static final RunningService RUNNING = new RunningService();

  private final Service service = RUNNING.service();
  private @Nullable FakeWorker worker;

  /** What becomes of tasks. */
  private volatile FakeWorker.Behaviour behaviour = MadeUp::outcome;

  @BeforeEach
  void startWorker() {
    worker =
        new FakeWorker("worker", () -> service, (self, task) -> behaviour.outcome(self, task))
            .start();
  }

  @AfterEach
  void stopWorker() {
    if (worker != null) {
      worker.close();
    }
  }

  @Test
  void trainsValidatesAndExportsMembersOfTheFrontFromEitherStart() {
    Submitted job = Submitted.to(service, JOB).reaches("SUCCEEDED");

    JsonNode finalists = service.get(job.path() + "/finalists").json().get("items");
    assertThat(finalists).hasSize(2);
    List<JsonNode> front =
        job.front().get("individuals").valueStream().map(one -> one.get("genotype")).toList();
    for (JsonNode finalist : finalists) {
      assertThat(front).contains(finalist.get("genotype"));
      assertThat(finalist.get("networks")).hasSize(2);
      for (JsonNode network : finalist.get("networks")) {
        assertThat(network.get("stage").asString()).isEqualTo("FINISHED");
        assertThat(network.at("/selected/protocol").asString())
            .contains("PGD-10", "128 validation images");
        assertThat(network.at("/validated/protocol").asString())
            .contains("AutoAttack", "256 test images");
        assertThat(network.at("/exported/opset").asInt()).isEqualTo(17);
      }
    }
    assertThat(job.status().at("/progress").asDouble()).isEqualTo(1);
    assertThat(job.status().at("/phase/name").asString()).isEqualTo("FINALIZING");
  }

  @Test
  void givesBothStartsTheSameSettingsAndOnlyOneTheSupernet() {
    Submitted.to(service, JOB).reaches("SUCCEEDED");

    List<Work.TrainSubnet> trainings =
        Objects.requireNonNull(worker).received().stream()
            .map(task -> task.work())
            .filter(Work.TrainSubnet.class::isInstance)
            .map(Work.TrainSubnet.class::cast)
            .toList();

    assertThat(trainings).hasSize(4);
    assertThat(trainings)
        .extracting(Work.TrainSubnet::training)
        .containsOnly(trainings.getFirst().training());
    assertThat(trainings.stream().filter(work -> work.supernet() == null)).hasSize(2);
  }

  @Test
  void handsOutTheModelItsCardAndItsManifest() {
    Submitted job = Submitted.to(service, JOB).reaches("SUCCEEDED");
    JsonNode network = service.get(job.path() + "/finalists").json().at("/items/0/networks/0");

    Service.Answer model = service.get(network.at("/links/model").asString());
    Service.Answer card = service.get(network.at("/links/modelCard").asString());
    JsonNode manifest = service.get(network.at("/links/manifest").asString()).json();

    assertThat(model.status()).isEqualTo(200);
    assertThat(model.header("Content-Disposition")).contains("attachment", ".onnx");
    assertThat(model.text()).startsWith("file of " + network.get("artifact").asString());
    assertThat(card.header("Content-Type")).startsWith("text/markdown");
    assertThat(card.text())
        .contains("AutoAttack standard", "256 test images", "50.0 % [43.9, 56.1]", "opset 17");
    assertThat(manifest.at("/specificationDigest").asString())
        .isEqualTo(job.status().get("specificationDigest").asString());
    assertThat(manifest.at("/network")).isEqualTo(network.get("artifact"));
  }

  @Test
  void saysOnTheCardHowANetworkWasTrainedChosenValidatedAndTimed() {
    Submitted job = Submitted.to(service, ONE).reaches("SUCCEEDED");

    String card = service.get(job.path() + "/finalists/1/supernet/model-card.md").text();

    assertThat(card)
        .contains(
            "`shapes`, 10 classes",
            "3 × 16 × 16",
            "from the supernet's weights",
            "400 steps of 64 images; adversarial cross-entropy; crafted by PGD-2, ε 8/255, step"
                + " 6/255, under running statistics",
            "| learned from | the true labels |",
            "every 40 steps the one with the most robust images under PGD-10",
            "median of 500 single images after 50 warm-ups, 1 thread, a runtime, on: a machine",
            "| one image | 0.500 ms, quartiles 0.400 and 0.800 ms (median");
  }

  @Test
  void showsFilesThatWereExportedBeforeTheirMachineWasTold() {
    Submitted job = Submitted.to(service, ONE).reaches("SUCCEEDED");
    RUNNING
        .database()
        .execute(
            "update finalist_network set exported = regexp_replace(exported, ',\"spread\":\\{[^}]*}', '')");

    JsonNode exported =
        service.get(job.path() + "/finalists").json().at("/items/0/networks/0/exported");

    assertThat(exported.get("latencySpread").isNull()).isTrue();
    assertThat(exported.get("latencyProtocol").asString()).endsWith("on a machine of: test");
    assertThat(service.get(job.path() + "/report.html").text()).contains(">0.500, t1<");
  }

  @Test
  void saysHowAFileWasTimedThatWasExportedByOtherSettings() {
    Submitted job = Submitted.to(service, ONE).reaches("SUCCEEDED");
    RUNNING
        .database()
        .execute(
            "update task set work = replace(work, '\"latencyRuns\":500', '\"latencyRuns\":200')");

    JsonNode exported =
        service.get(job.path() + "/finalists").json().at("/items/0/networks/0/exported");

    assertThat(exported.get("latencyProtocol").asString())
        .startsWith("median of 200 single images after 20 warm-ups, 1 thread, a runtime");
    assertThat(service.get(job.path() + "/finalists/1/supernet/model-card.md").text())
        .contains(exported.get("latencyProtocol").asString());
  }

  @Test
  void givesBodiesInTheManifestThatMakeTheSameAgain() {
    Submitted job = Submitted.to(service, ONE).reaches("SUCCEEDED");
    JsonNode manifest = service.get(job.path() + "/finalists/1/supernet/manifest.json").json();

    SearchJobSpecification specification =
        SpecificationReader.read(
            SpecificationParser.parse(manifest.get("specification").toString().getBytes(UTF_8)));
    Service.Answer again =
        service.post("/api/v1/search-jobs", manifest.get("specification").toString());
    Service.Answer request =
        service.post(job.path() + "/finalists", manifest.get("request").toString());

    assertThat(specification.digest())
        .isEqualTo(manifest.get("specificationDigest").asString())
        .isEqualTo(job.status().get("specificationDigest").asString());
    assertThat(again.status()).isEqualTo(202);
    assertThat(again.json().get("specificationDigest"))
        .isEqualTo(manifest.get("specificationDigest"));
    assertThat(request.status()).as(request.text()).isEqualTo(202);
    assertThat(request.json().get("items")).as("the same finalist, not anew").hasSize(1);
    assertThat(manifest.get("seeds").propertyNames())
        .containsExactlyInAnyOrder(
            "check", "evaluation", "job", "selection", "shapes", "split", "validation");
  }

  @Test
  void namesInTheManifestWhoMadeEverything() {
    Submitted job = Submitted.to(service, ONE).reaches("SUCCEEDED");

    JsonNode origins =
        service.get(job.path() + "/finalists/1/supernet/manifest.json").json().get("origins");

    for (String step : List.of("supernet", "training", "validation", "export")) {
      assertThat(origins.get(step)).as(step).hasSize(1);
      assertThat(origins.at("/" + step + "/0/version").asString()).isEqualTo("test");
      assertThat(origins.at("/" + step + "/0/numericEnvironment").asString()).isEqualTo("test");
    }
    assertThat(origins.get("search").get(0).asString()).isEqualTo("test");
    assertThat(origins.get("teacher")).isEmpty();
    assertThat(origins.get("opset").asInt()).isEqualTo(17);
    assertThat(origins.get("runtime").asString()).isEqualTo("a runtime");
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void namesThoseBeforeWhoLeftACheckpointAndNobodyElse(boolean leaves) {
    behaviour =
        (self, task) -> {
          if (!(task.work() instanceof Work.TrainSubnet)) {
            return MadeUp.outcome(self, task);
          }
          if (leaves) {
            leaveCheckpoint(task, 20);
          }
          self.beBusy();
          return new TaskFailure(FailureClass.PREEMPTED, "let go");
        };
    Submitted job = Submitted.to(service, ONE).reaches("FINALIZING");
    await().until(() -> !trainings().isEmpty());
    try (FakeWorker other =
        other(
            (self, task) -> {
              if (task.work() instanceof Work.TrainSubnet) {
                leaveCheckpoint(task, 40);
              }
              return MadeUp.outcome(self, task);
            })) {
      job.reaches("SUCCEEDED");

      assertThat(other.received()).isNotEmpty();
      assertThat(environments(job, "training"))
          .isEqualTo(leaves ? List.of("test", "another") : List.of("another"));
    }
  }

  @Test
  void namesWhoTrainedTheSupernetOfTheJobItselfAndOtherwiseTheFirst() {
    Submitted first = Submitted.to(service, ONE).reaches("SUCCEEDED");
    Objects.requireNonNull(worker).beBusy();
    try (FakeWorker other = other(MadeUp::outcome)) {
      Submitted second = Submitted.to(service, ONE).reaches("SUCCEEDED");
      Submitted third =
          Submitted.to(
                  service,
                  ONE.replace(
                      "{\"dataset\"",
                      "{\"supernet\": {\"artifact\": %s}, \"dataset\""
                          .formatted(first.status().get("supernet"))))
              .reaches("SUCCEEDED");

      assertThat(other.received()).isNotEmpty();
      assertThat(second.status().get("supernet")).isEqualTo(first.status().get("supernet"));
      assertThat(environments(first, "supernet")).containsExactly("test");
      assertThat(environments(second, "supernet")).containsExactly("another");
      assertThat(environments(third, "supernet")).containsExactly("test");
    }
  }

  private FakeWorker other(FakeWorker.Behaviour outcomes) {
    return new FakeWorker("other", () -> service, outcomes).environment("another").start();
  }

  private void leaveCheckpoint(TaskAssignment task, long step) {
    byte[] state = ("state " + step).getBytes(UTF_8);
    CheckpointReport report = new CheckpointReport(MadeUp.sha256(state), step);
    service.upload("/api/v1/artifacts/" + report.artifact(), state);
    service.postAsWorker(
        "/api/v1/tasks/%s/attempts/%d/checkpoints".formatted(task.task(), task.attempt()), report);
  }

  /** Of who made it, by the manifest. */
  private List<String> environments(Submitted job, String what) {
    return service
        .get(job.path() + "/finalists/1/supernet/manifest.json")
        .json()
        .at("/origins/" + what)
        .valueStream()
        .map(one -> one.get("numericEnvironment").asString())
        .toList();
  }

  @Test
  void showsMeasuredTransferMatricesInTheReport() {
    Submitted job = Submitted.to(service, ONE).reaches("SUCCEEDED");
    Service.Answer asked =
        service.post(job.path() + "/transfer-matrices", "{\"subnets\": \"front\"}");
    String matrix = asked.json().at("/links/self").asString();
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> service.get(matrix).json().get("state").asString().equals("SUCCEEDED"));

    JsonNode report = service.get(job.path() + "/report").json();
    String page = service.get(job.path() + "/report.html").text();

    assertThat(report.get("transferMatrices")).hasSize(1);
    assertThat(report.at("/transferMatrices/0")).isEqualTo(service.get(matrix).json());
    assertThat(page)
        .contains(
            "Transfer matrix 1",
            "src=\"data:image/png;base64,iVBOR",
            report.at("/transferMatrices/0/protocol/text").asString());
  }

  @Test
  void saysInTheReportWhatWasAskedForInWords() {
    Submitted job = Submitted.to(service, ONE).reaches("SUCCEEDED");

    JsonNode settings = service.get(job.path() + "/report").json().get("settings");
    String page = service.get(job.path() + "/report.html").text();

    assertThat(settings.valueStream().map(one -> one.get("name").asString()))
        .containsExactly(
            "data",
            "search space",
            "supernet",
            "search",
            "baseline",
            "evaluation",
            "finalists",
            "finalists' training",
            "finalists' selection",
            "finalists' validation",
            "check of exported files",
            "seed");
    assertThat(page).contains("NSGA-II, population 6, 1 generations", "version test on cpu: test");
  }

  @Test
  void refusesFilesOfWhatIsNotExportedYet() {
    behaviour =
        (self, task) -> task.work() instanceof Work.Validate ? null : MadeUp.outcome(self, task);
    Submitted job = Submitted.to(service, JOB).reaches("FINALIZING");

    Service.Answer early = service.get(job.path() + "/finalists/1/scratch/model.onnx");
    Service.Answer unknown = service.get(job.path() + "/finalists/9/scratch/model-card.md");

    assertThat(early.status()).isEqualTo(409);
    assertThat(early.json().get("detail").asString()).contains("finalist 1/scratch", "validated");
    assertThat(unknown.status()).isEqualTo(404);
    assertThat(job.status().at("/progress").asDouble()).isBetween(0.5, 0.99);
  }

  @Test
  void goesOnWithoutANetworkThatDiverges() {
    behaviour =
        (self, task) ->
            task.work() instanceof Work.TrainSubnet training && training.supernet() == null
                ? new TaskFailure(FailureClass.DIVERGED, "the loss is no number at step 7")
                : MadeUp.outcome(self, task);

    Submitted job = Submitted.to(service, JOB).reaches("SUCCEEDED");

    JsonNode networks = service.get(job.path() + "/finalists").json().at("/items/0/networks");
    assertThat(networks.get(0).get("stage").asString()).isEqualTo("FAILED");
    assertThat(networks.get(0).at("/failure/reason").asString()).contains("step 7");
    assertThat(networks.get(1).get("stage").asString()).isEqualTo("FINISHED");
  }

  @Test
  void waitsWhereAnotherTryMayHelpAndGoesOnAfterARetry() {
    behaviour =
        (self, task) ->
            task.work() instanceof Work.Export
                ? new TaskFailure(FailureClass.INFRASTRUCTURE, "the disk is full")
                : MadeUp.outcome(self, task);
    Submitted job = Submitted.to(service, JOB).reaches("PAUSED");
    assertThat(job.status().at("/failure/reason").asString()).contains("the disk is full");

    behaviour = MadeUp::outcome;
    service.post(job.path() + "/retry", "");

    job.reaches("SUCCEEDED");
  }

  @Test
  void saysEverythingThatIsWrongWithFinalists() {
    Service.Answer answer =
        service.post(
            "/api/v1/search-jobs",
            """
            {"dataset": {"name": "shapes"},
             "finalists": {"count": 13, "starts": ["scratch", "scratch"],
               "training": {"paths": {}, "crafting": "evaluation"},
               "selection": {"interval": 0, "attack": {"epsilon": 0}},
               "validation": {"images": 2000}}}
            """);

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.json().get("violations").valueStream().map(v -> v.get("pointer").asString()))
        .containsExactlyInAnyOrder(
            "/finalists/count",
            "/finalists/starts/1",
            "/finalists/training/paths",
            "/finalists/training/crafting",
            "/finalists/selection/interval",
            "/finalists/selection/attack/epsilon",
            "/finalists/validation/images");
  }

  @Test
  void refusesMoreTestImagesThanAreKnownAndTellsWorkersWhatIsWanted() {
    Service.Answer known =
        service.post(
            "/api/v1/search-jobs",
            """
            {"dataset": {"name": "cifar10"},
             "finalists": {"count": 1, "validation": {"images": 10001}}}
            """);
    Service.Answer others =
        service.post(
            "/api/v1/search-jobs",
            """
            {"dataset": {"name": "cifar10", "directory": "my-images"},
             "finalists": {"count": 1, "validation": {"images": 10001}}}
            """);

    assertThat(known.status()).isEqualTo(422);
    assertThat(known.json().at("/violations/0/pointer").asString())
        .isEqualTo("/finalists/validation/images");
    assertThat(known.json().at("/violations/0/detail").asString()).contains("10000", "10001");
    assertThat(others.status()).isEqualTo(202);
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> !Objects.requireNonNull(worker).received().isEmpty());
    assertThat(
            ((Work.TrainSupernet) Objects.requireNonNull(worker).received().getFirst().work())
                .testImages())
        .isEqualTo(10001);
  }

  @Test
  void refusesMoreTestImagesThanAreKnownOfNamedFinalists() {
    Submitted job =
        Submitted.to(service, JOB.replace("\"count\": 2", "\"count\": 0")).reaches("SUCCEEDED");
    String genes = job.front().at("/individuals/0/genotype/genes").toString();

    Service.Answer answer =
        service.post(
            job.path() + "/finalists",
            "{\"genotypes\": [" + genes + "], \"validation\": {\"images\": 1025}}");

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.json().get("violations")).hasSize(1);
    assertThat(answer.json().at("/violations/0/pointer").asString())
        .isEqualTo("/validation/images");
  }

  @Test
  void makesFinalistsOfNamedMembersOfAFrontOnce() {
    Submitted job =
        Submitted.to(service, JOB.replace("\"count\": 2", "\"count\": 0")).reaches("SUCCEEDED");
    String genes = job.front().at("/individuals/0/genotype/genes").toString();
    String body = "{\"starts\": [\"scratch\"], \"genotypes\": [" + genes + "]}";

    Service.Answer accepted = service.post(job.path() + "/finalists", body);
    service.post(job.path() + "/finalists", body);

    assertThat(accepted.status()).as(accepted.text()).isEqualTo(202);
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(
            () -> {
              JsonNode items = service.get(job.path() + "/finalists").json().get("items");
              assertThat(items).hasSize(1);
              assertThat(items.at("/0/networks/0/stage").asString()).isEqualTo("FINISHED");
              assertThat(items.at("/0/reason").asString()).isEqualTo("named");
            });
    assertThat(job.state()).isEqualTo("SUCCEEDED");
  }

  @Test
  void refusesFinalistsOfAFrontThatMayStillChange() {
    behaviour =
        (self, task) -> task.work() instanceof Work.Evaluate ? null : MadeUp.outcome(self, task);
    Submitted job = Submitted.to(service, JOB).reaches("SEARCHING");

    Service.Answer early = service.post(job.path() + "/finalists", "{\"genotypes\": [[0]]}");

    assertThat(early.status()).isEqualTo(409);
    assertThat(early.problem()).isEqualTo("conflict");
    assertThat(early.json().get("detail").asString()).contains("is SEARCHING");
  }

  /** The reader is held up between the networks, which it reads first, and the finalists. */
  @Test
  void showsNoFinalistWithoutItsNetworks() throws Exception {
    Submitted job = Submitted.to(service, ONE).reaches("SUCCEEDED");
    try (Connection writer = RUNNING.database().connect();
        Statement statement = writer.createStatement()) {
      writer.setAutoCommit(false);
      statement.execute("lock table individual in access exclusive mode");
      CompletableFuture<JsonNode> list =
          CompletableFuture.supplyAsync(() -> service.get(job.path() + "/finalists").json());
      await()
          .until(
              () ->
                  RUNNING
                      .database()
                      .holds(
                          "select exists (select from pg_locks where not granted"
                              + " and relation = 'individual'::regclass)"));
      statement.execute(
          """
          insert into finalist (job, number, genotype, reason, settings, created_at)
          select job, 2, genotype, reason, settings, created_at from finalist
          """);
      statement.execute(
          "insert into finalist_network (job, finalist, start)"
              + " select job, 2, start from finalist_network");
      writer.commit();

      assertThat(list.get().get("items"))
          .isNotEmpty()
          .allSatisfy(one -> assertThat(one.get("networks")).isNotEmpty());
    }
  }

  @Test
  void refusesWhatIsNotOnTheFront() {
    Submitted job = Submitted.to(service, JOB).reaches("SUCCEEDED");

    Service.Answer answer =
        service.post(
            job.path() + "/finalists",
            """
            {"genotypes": [[3,3,3,3,3,3,0,0,0,0,0,1]],
             "validation": {"attack": {"method": "autoattack"}}}
            """);

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.json().at("/violations/0/pointer").asString()).isEqualTo("/genotypes/0");
    assertThat(answer.json().at("/violations/0/detail").asString()).contains("on the front");
  }

  @Test
  void reportsAllThatWasFoundAsDocumentAndAsPage() {
    Submitted job =
        Submitted.to(
                service,
                JOB.replace("\"none\"", "\"random\"")
                    .replaceFirst(
                        "}\\s*$",
                        ", \"correlation\": {\"subnets\": 3, \"training\": {\"steps\": 40}}}"))
            .reaches("SUCCEEDED");

    JsonNode report = service.get(job.path() + "/report").json();
    Service.Answer page = service.get(job.path() + "/report.html");

    assertThat(report.get("finalists")).hasSize(2);
    assertThat(report.get("generations")).hasSize(2);
    assertThat(report.at("/agreements/0/correlation/pairs").asInt()).isEqualTo(2);
    assertThat(report.at("/explanation/layers")).hasSize(6);
    assertThat(job.phases())
        .containsExactly(
            entry("SUPERNET_TRAINING", 1),
            entry("SEARCH", job.status().get("measured").asInt()),
            entry("RANDOM_SEARCH", report.at("/baseline/drawn").asInt()),
            entry("FINALIST_TRAINING", 4),
            entry("FINALIST_VALIDATION", 4),
            entry("FINALIST_EXPORT", 4),
            entry("PROBES", 6));
    assertThat(page.header("Content-Type")).startsWith("text/html");
    assertThat(page.text())
        .contains("<svg", "AutoAttack standard", job.status().get("specificationDigest").asString())
        .contains("<td>random-search baseline</td>", "<td>probes for the rank correlation</td>")
        .doesNotContain("src=", "href=", "<script");
  }

  @Test
  void trainsNoNetworkTwiceWhoeverAsksForIt() {
    Submitted job = Submitted.to(service, JOB).reaches("SUCCEEDED");
    JsonNode chosen = service.get(job.path() + "/finalists").json().at("/items/0/genotype/genes");
    String body = "{\"starts\": [\"supernet\", \"scratch\"], \"genotypes\": [" + chosen + "]}";

    Service.Answer accepted = service.post(job.path() + "/finalists", body);

    assertThat(accepted.status()).as(accepted.text()).isEqualTo(202);
    assertThat(accepted.json().get("items")).hasSize(2);
    assertThat(trainings()).hasSize(4);
  }

  @Test
  void triesANamedFinalistOnceMoreThatHasFailed() {
    Submitted job = Submitted.to(service, JOB.replace("\"count\": 2", "\"count\": 0"));
    job.reaches("SUCCEEDED");
    String genes = job.front().at("/individuals/0/genotype/genes").toString();
    String body = "{\"starts\": [\"scratch\"], \"genotypes\": [" + genes + "]}";
    behaviour =
        (self, task) ->
            task.work() instanceof Work.TrainSubnet
                ? new TaskFailure(FailureClass.OUT_OF_MEMORY, "not enough")
                : MadeUp.outcome(self, task);
    service.post(job.path() + "/finalists", body);
    reaches(job, "FAILED");

    behaviour = MadeUp::outcome;
    service.post(job.path() + "/finalists", body);

    reaches(job, "FINISHED");
    assertThat(job.status().at("/progress").asDouble()).isEqualTo(1);
  }

  @Test
  void stopsAFinalistAndLetsItsJobSucceed() {
    behaviour =
        (self, task) -> task.work() instanceof Work.TrainSubnet ? null : MadeUp.outcome(self, task);
    Submitted job =
        Submitted.to(service, JOB.replace("\"count\": 2", "\"count\": 1")).reaches("FINALIZING");

    assertThat(service.delete(job.path() + "/finalists/1").status()).isEqualTo(204);

    job.reaches("SUCCEEDED");
    reaches(job, "CANCELLED");
    assertThat(service.delete(job.path() + "/finalists/7").status()).isEqualTo(404);
  }

  @Test
  void leavesAFinalistStoppedThatFailedBeforeWhereItsJobIsRetried() {
    behaviour =
        (self, task) ->
            task.work() instanceof Work.TrainSubnet
                ? new TaskFailure(FailureClass.INFRASTRUCTURE, "the disk is full")
                : MadeUp.outcome(self, task);
    Submitted job = Submitted.to(service, ONE).reaches("PAUSED");
    int asked = trainings().size();
    assertThat(service.delete(job.path() + "/finalists/1").status()).isEqualTo(204);

    behaviour = MadeUp::outcome;
    service.post(job.path() + "/retry", "");

    job.reaches("SUCCEEDED");
    reaches(job, "CANCELLED");
    assertThat(
            RUNNING
                .database()
                .holds("select state = 'CANCELLED' from task where kind = 'TRAIN_SUBNET'"))
        .isTrue();
    assertThat(trainings()).hasSize(asked);
  }

  @Test
  void endsNetworksWithTheirJob() {
    behaviour =
        (self, task) -> task.work() instanceof Work.TrainSubnet ? null : MadeUp.outcome(self, task);
    Submitted job = Submitted.to(service, JOB).reaches("FINALIZING");

    service.post(job.path() + "/cancel", "");

    job.reaches("CANCELLED");
    reaches(job, "CANCELLED");
  }

  private List<Work> trainings() {
    return Objects.requireNonNull(worker).received().stream()
        .map(task -> task.work())
        .filter(Work.TrainSubnet.class::isInstance)
        .toList();
  }

  private void reaches(Submitted job, String stage) {
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(
            () ->
                assertThat(
                        service
                            .get(job.path() + "/finalists")
                            .json()
                            .at("/items/0/networks/0/stage")
                            .asString())
                    .isEqualTo(stage));
  }
}
