package io.tamnas.search.finalist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tamnas.protocol.task.FailureClass;
import io.tamnas.protocol.task.TaskAssignment;
import io.tamnas.protocol.task.TaskFailure;
import io.tamnas.protocol.task.TaskResult.SupernetTrained;
import io.tamnas.protocol.task.Work;
import io.tamnas.protocol.training.Distillation;
import io.tamnas.search.support.FakeWorker;
import io.tamnas.search.support.MadeUp;
import io.tamnas.search.support.RunningService;
import io.tamnas.search.support.Service;
import io.tamnas.search.support.Submitted;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;

/** Finalists that learn from a teacher, of jobs that a made-up worker brings to their end. */
class DistillationIT {

  private static final String PLAIN =
      """
      {"dataset": {"name": "shapes"}, "space": {"preset": "tam-nano"},
       "search": {"population": 6, "generations": 1, "baseline": "none"}, "finalists": {"count": 0}}
      """;
  private static final String TAUGHT =
      PLAIN.replace(
          "\"count\": 0",
          "\"count\": 2, \"distillation\": {\"teacher\": {\"genotype\": \"largest\"}}");
  private static final String OTHER_DATA = "e".repeat(64);
  private static final String SMALL =
      "\"distillation\": {\"teacher\": {\"genotype\": [0,0,0,0,0,0,0,0,0,0,0,0]}}";

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
  void trainsOneTeacherBeforeAllThatLearnFromIt() {
    Submitted job = Submitted.to(service, TAUGHT).reaches("SUCCEEDED");

    List<Work.TrainSubnet> trainings = trainings();
    JsonNode finalist = service.get(job.path() + "/finalists").json().at("/items/0");
    JsonNode teacher = finalist.get("teacher");
    assertThat(trainings).hasSize(5);
    assertThat(trainings.getFirst().distillation()).isNull();
    assertThat(trainings.getFirst().supernet()).isNull();
    assertThat(trainings.subList(1, 5))
        .extracting(Work.TrainSubnet::distillation)
        .containsOnly(
            new Distillation(
                teacher.get("artifact").asString(),
                trainings.getFirst().space(),
                trainings.getFirst().genotype(),
                1 / 6.0));
    assertThat(teacher.get("stage").asString()).isEqualTo("FINISHED");
    assertThat(teacher.get("parameters").asLong())
        .isGreaterThan(finalist.get("parameters").asLong());
    assertThat(teacher.at("/selected/protocol").asString()).contains("128 validation images");
  }

  @Test
  void namesTheTeacherInReportModelCardAndManifest() {
    Submitted job = Submitted.to(service, TAUGHT).reaches("SUCCEEDED");

    JsonNode finalist = service.get(job.path() + "/finalists").json().at("/items/0");
    String artifact = finalist.at("/teacher/artifact").asString();
    String text = finalist.at("/teacher/genotype/text").asString();
    String card = service.get(finalist.at("/networks/0/links/modelCard").asString()).text();
    JsonNode manifest = service.get(finalist.at("/networks/0/links/manifest").asString()).json();

    assertThat(service.get(job.path() + "/report").json().at("/finalists/0/teacher"))
        .isEqualTo(finalist.get("teacher"));
    assertThat(service.get(job.path() + "/report.html").text()).contains(text, artifact);
    assertThat(job.phases())
        .containsEntry("TEACHER_TRAINING", 1)
        .containsEntry("FINALIST_TRAINING", 4);
    assertThat(card).contains(text, artifact, "soft labels", "128 validation images");
    assertThat(manifest.at("/teacher/artifact").asString()).isEqualTo(artifact);
  }

  @Test
  void endsAllThatWouldLearnFromATeacherThatDiverges() {
    behaviour =
        (self, task) ->
            isTeacher(task)
                ? new TaskFailure(FailureClass.DIVERGED, "the loss is no number at step 7")
                : MadeUp.outcome(self, task);

    Submitted job = Submitted.to(service, TAUGHT).reaches("SUCCEEDED");

    JsonNode items = service.get(job.path() + "/finalists").json().get("items");
    assertThat(items.valueStream().flatMap(one -> one.get("networks").valueStream()))
        .hasSize(4)
        .allSatisfy(
            network -> {
              assertThat(network.get("stage").asString()).isEqualTo("FAILED");
              assertThat(network.at("/failure/failureClass").asString()).isEqualTo("DIVERGED");
              assertThat(network.at("/failure/reason").asString())
                  .contains("its teacher is not there", "step 7");
            });
    assertThat(items.at("/0/teacher/stage").asString()).isEqualTo("FAILED");
  }

  @Test
  void waitsForATeacherThatAnotherTryMayHelp() {
    behaviour =
        (self, task) ->
            isTeacher(task)
                ? new TaskFailure(FailureClass.INFRASTRUCTURE, "the disk is full")
                : MadeUp.outcome(self, task);
    Submitted job = Submitted.to(service, TAUGHT).reaches("PAUSED");
    assertThat(job.status().at("/failure/reason").asString())
        .contains("teacher/1 failed", "the disk is full");

    behaviour = MadeUp::outcome;
    service.post(job.path() + "/retry", "");

    job.reaches("SUCCEEDED");
    assertThat(stage(job)).isEqualTo("FINISHED");
  }

  @Test
  void endsATeacherWithItsJob() {
    behaviour = (self, task) -> isTeacher(task) ? null : MadeUp.outcome(self, task);
    Submitted job = Submitted.to(service, TAUGHT).reaches("FINALIZING");
    assertThat(job.status().at("/phase/progress").asDouble()).isLessThan(1);

    service.post(job.path() + "/cancel", "");

    job.reaches("CANCELLED");
    JsonNode finalist = service.get(job.path() + "/finalists").json().at("/items/0");
    assertThat(finalist.at("/teacher/stage").asString()).isEqualTo("CANCELLED");
    assertThat(finalist.at("/networks/0/stage").asString()).isEqualTo("CANCELLED");
  }

  @Test
  void endsATeacherThatNobodyWaitsForAndTriesItAgainWhenAsked() {
    behaviour = (self, task) -> isTeacher(task) ? null : MadeUp.outcome(self, task);
    Submitted job = Submitted.to(service, PLAIN).reaches("SUCCEEDED");
    String body = named(job, 0, "\"distillation\": {}, \"starts\": [\"scratch\"]");
    assertThat(service.post(job.path() + "/finalists", body).status()).isEqualTo(202);

    service.delete(job.path() + "/finalists/1");
    JsonNode stopped = service.get(job.path() + "/finalists").json().at("/items/0");
    behaviour = MadeUp::outcome;
    service.post(job.path() + "/finalists", body);

    assertThat(stopped.at("/teacher/stage").asString()).isEqualTo("CANCELLED");
    finishes(job);
  }

  @Test
  void leavesATeacherEndedThatFailedBeforeWhereItsJobIsRetried() {
    behaviour =
        (self, task) ->
            isTeacher(task)
                ? new TaskFailure(FailureClass.INFRASTRUCTURE, "the disk is full")
                : MadeUp.outcome(self, task);
    Submitted job = Submitted.to(service, TAUGHT).reaches("PAUSED");
    int asked = trainings().size();
    service.delete(job.path() + "/finalists/1");
    service.delete(job.path() + "/finalists/2");

    behaviour = MadeUp::outcome;
    service.post(job.path() + "/retry", "");

    job.reaches("SUCCEEDED");
    assertThat(
            RUNNING
                .database()
                .holds("select state = 'CANCELLED' from task where kind = 'TRAIN_SUBNET'"))
        .isTrue();
    assertThat(trainings()).hasSize(asked);
  }

  @Test
  void leavesTheProgressOfAJobAsItIsWhereNamedFinalistsWaitForATeacher() {
    Submitted job =
        Submitted.to(
                service, PLAIN.replace("\"count\": 0", "\"count\": 1, \"starts\": [\"supernet\"]"))
            .reaches("SUCCEEDED");
    assertThat(job.status().at("/phase/name").asString()).isEqualTo("FINALIZING");
    behaviour = (self, task) -> isTeacher(task) ? null : MadeUp.outcome(self, task);
    service.post(job.path() + "/finalists", named(job, 0, "\"distillation\": {}"));

    JsonNode finalists = service.get(job.path() + "/finalists").json().get("items");

    assertThat(finalists.at("/1/teacher/stage").asString()).isEqualTo("TRAINING");
    assertThat(job.status().at("/phase/progress").asDouble()).isEqualTo(1);
    assertThat(job.status().get("progress").asDouble()).isEqualTo(1);
  }

  @Test
  void teachesByAFinalistOfAnotherJob() {
    Submitted first = Submitted.to(service, PLAIN).reaches("SUCCEEDED");
    service.post(
        first.path() + "/finalists", named(first, largest(first), "\"starts\": [\"scratch\"]"));
    finishes(first);
    String artifact =
        service
            .get(first.path() + "/finalists")
            .json()
            .at("/items/0/networks/0/artifact")
            .asString();
    String taught =
        "\"starts\": [\"supernet\"], \"distillation\": {\"teacher\": {\"artifact\": \""
            + artifact
            + "\"}, \"cleanWeight\": 0.5}";

    Submitted second =
        Submitted.to(service, PLAIN.replace("\"count\": 0", "\"count\": 1, " + taught))
            .reaches("SUCCEEDED");

    assertThat(stage(second)).isEqualTo("FINISHED");
    assertThat(Objects.requireNonNull(trainings().getLast().distillation()))
        .extracting(Distillation::network, Distillation::cleanWeight)
        .containsExactly(artifact, 0.5);
    assertThat(
            service
                .get(second.path() + "/finalists")
                .json()
                .at("/items/0/teacher/selected/clean/images")
                .asInt())
        .isEqualTo(128);
  }

  @Test
  void refusesATeacherThatNobodyTrainedOrThatSeesOtherImages() {
    Submitted first = Submitted.to(service, PLAIN).reaches("SUCCEEDED");
    service.post(first.path() + "/finalists", named(first, 0, "\"starts\": [\"scratch\"]"));
    finishes(first);
    String artifact =
        service
            .get(first.path() + "/finalists")
            .json()
            .at("/items/0/networks/0/artifact")
            .asString();

    Service.Answer unknown = service.post("/api/v1/search-jobs", given("ab".repeat(32), "shapes"));
    Service.Answer others = service.post("/api/v1/search-jobs", given(artifact, "mnist"));

    assertThat(unknown.status()).isEqualTo(422);
    assertThat(unknown.json().at("/violations/0/pointer").asString())
        .isEqualTo("/finalists/distillation/teacher/artifact");
    assertThat(others.status()).isEqualTo(422);
    assertThat(others.json().at("/violations/0/detail").asString()).contains("3x16x16", "1x28x28");
  }

  @Test
  void refusesATeacherOfOtherDataThanTheGivenSupernets() {
    String teacher = teacherOfOtherData();
    String supernet =
        Submitted.to(service, PLAIN).reaches("SUCCEEDED").status().get("supernet").asString();

    Service.Answer answer =
        service.post(
            "/api/v1/search-jobs",
            taughtBy(teacher)
                .replace(
                    "{\"dataset\"",
                    "{\"supernet\": {\"artifact\": \"" + supernet + "\"}, \"dataset\""));

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.json().get("violations")).hasSize(1);
    assertThat(answer.json().at("/violations/0/pointer").asString())
        .isEqualTo("/finalists/distillation/teacher/artifact");
    assertThat(answer.json().at("/violations/0/detail").asString())
        .contains("with digest " + OTHER_DATA, "on " + MadeUp.DATASET_DIGEST);
  }

  @Test
  void failsAJobBeforeItsSearchWhoseTeacherTurnsOutToBeOfOtherData() {
    String teacher = teacherOfOtherData();

    Submitted job = Submitted.to(service, taughtBy(teacher)).reaches("FAILED");

    String supernet = job.status().get("supernet").asString();
    assertThat(job.status().at("/failure/failureClass").asString()).isEqualTo("INVALID");
    assertThat(job.status().at("/failure/reason").asString())
        .startsWith("/finalists/distillation/teacher/artifact was trained on data with digest ")
        .contains("submit a job with", supernet);
    assertThat(job.status().get("measured").asInt()).isZero();
    assertThat(
            Submitted.to(
                    service,
                    PLAIN.replace(
                        "{\"dataset\"",
                        "{\"supernet\": {\"artifact\": \"" + supernet + "\"}, \"dataset\""))
                .reaches("SUCCEEDED")
                .status()
                .get("supernet")
                .asString())
        .isEqualTo(supernet);
  }

  /** A network that was trained on images of another digest, of the same shape. */
  private String teacherOfOtherData() {
    behaviour =
        (self, task) ->
            task.work() instanceof Work.TrainSupernet training
                ? new SupernetTrained(
                    MadeUp.trained(self.service(), training).artifact(), OTHER_DATA)
                : MadeUp.outcome(self, task);
    Submitted job =
        Submitted.to(
                service,
                PLAIN
                    .replace("\"count\": 0", "\"count\": 1, \"starts\": [\"scratch\"]")
                    .replace("\"shapes\"}", "\"shapes\", \"splitSeed\": 7}"))
            .reaches("SUCCEEDED");
    behaviour = MadeUp::outcome;
    return service
        .get(job.path() + "/finalists")
        .json()
        .at("/items/0/networks/0/artifact")
        .asString();
  }

  private static String taughtBy(String artifact) {
    return PLAIN.replace(
        "\"count\": 0",
        "\"count\": 1, \"distillation\": {\"teacher\": {\"artifact\": \"" + artifact + "\"}}");
  }

  @Test
  void failsFinalistsThatAreLargerThanTheirTeacher() {
    Submitted job =
        Submitted.to(service, PLAIN.replace("\"count\": 0", "\"count\": 2, " + SMALL))
            .reaches("SUCCEEDED");

    assertThat(stage(job)).isEqualTo("FAILED");
    assertThat(
            service
                .get(job.path() + "/finalists")
                .json()
                .at("/items/1/networks/0/failure/reason")
                .asString())
        .contains("its teacher must be at least as large as each finalist");
    JsonNode teacher = service.get(job.path() + "/finalists").json().at("/items/1/teacher");
    assertThat(teacher.get("stage").asString()).isEqualTo("CANCELLED");
    assertThat(teacher.at("/genotype/genes").toString()).isEqualTo("[0,0,0,0,0,0,0,0,0,0,0,0]");
    assertThat(service.get(job.path() + "/report.html").text())
        .contains("Teacher 1, of finalists 1, 2, CANCELLED: <code>");
  }

  @Test
  void saysAtOnceWhatReadingFindsAndWhatOnlyTheServiceKnows() {
    String nobody = "ab".repeat(32);

    Service.Answer answer =
        service.post(
            "/api/v1/search-jobs",
            """
            {"dataset": {"name": "cifar10"}, "search": {"population": 0},
             "supernet": {"artifact": "%s"},
             "finalists": {"count": 1, "validation": {"images": 10001},
               "distillation": {"teacher": {"artifact": "%s"}}}}
            """
                .formatted(nobody, nobody));

    assertThat(answer.status()).isEqualTo(422);
    assertThat(pointers(answer))
        .containsExactlyInAnyOrder(
            "/search/population",
            "/supernet/artifact",
            "/finalists/validation/images",
            "/finalists/distillation/teacher/artifact");
  }

  @Test
  void saysAtOnceAllThatIsWrongWithNamedFinalists() {
    Submitted job = Submitted.to(service, PLAIN).reaches("SUCCEEDED");
    String largest = job.front().at("/individuals/" + largest(job) + "/genotype/genes").toString();

    Service.Answer answer =
        service.post(
            job.path() + "/finalists",
            """
            {"genotypes": [%s, [0], [3,3,3,3,3,3,0,0,0,0,0,1], %s],
             "starts": ["nowhere"], "validation": {"images": 1025}, %s}
            """
                .formatted(largest, largest, SMALL));

    assertThat(answer.status()).isEqualTo(422);
    assertThat(pointers(answer))
        .contains(
            "/genotypes/1",
            "/genotypes/2",
            "/genotypes/3",
            "/starts/0",
            "/validation/images",
            "/distillation/teacher/genotype")
        .doesNotContain("/genotypes/0");
  }

  private static List<String> pointers(Service.Answer answer) {
    return answer
        .json()
        .get("violations")
        .valueStream()
        .map(one -> one.get("pointer").asString())
        .toList();
  }

  @Test
  void refusesNamedFinalistsThatAreLargerThanTheirTeacher() {
    Submitted job = Submitted.to(service, PLAIN).reaches("SUCCEEDED");

    Service.Answer answer =
        service.post(job.path() + "/finalists", named(job, largest(job), SMALL));

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.json().at("/violations/0/pointer").asString())
        .isEqualTo("/distillation/teacher/genotype");
    assertThat(answer.json().at("/violations/0/detail").asString()).contains("parameters");
  }

  private static boolean isTeacher(TaskAssignment task) {
    return task.work() instanceof Work.TrainSubnet work && work.distillation() == null;
  }

  private static String given(String artifact, String dataset) {
    return """
        {"dataset": {"name": "%s"},
         "finalists": {"count": 1, "distillation": {"teacher": {"artifact": "%s"}}}}
        """
        .formatted(dataset, artifact);
  }

  private String named(Submitted job, int member, String settings) {
    String genes = job.front().at("/individuals/" + member + "/genotype/genes").toString();
    return "{\"genotypes\": [" + genes + "], " + settings + "}";
  }

  private static int largest(Submitted job) {
    List<Long> sizes =
        job.front()
            .get("individuals")
            .valueStream()
            .map(one -> one.get("parameters").asLong())
            .toList();
    return sizes.indexOf(sizes.stream().max(Long::compare).orElseThrow());
  }

  private String stage(Submitted job) {
    return service.get(job.path() + "/finalists").json().at("/items/0/networks/0/stage").asString();
  }

  private void finishes(Submitted job) {
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(() -> assertThat(stage(job)).isEqualTo("FINISHED"));
  }

  private List<Work.TrainSubnet> trainings() {
    return Objects.requireNonNull(worker).received().stream()
        .map(task -> task.work())
        .filter(Work.TrainSubnet.class::isInstance)
        .map(Work.TrainSubnet.class::cast)
        .toList();
  }
}
