package io.tamnas.search.reevaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tamnas.protocol.attack.AttackSettings;
import io.tamnas.protocol.task.FailureClass;
import io.tamnas.protocol.task.TaskAssignment;
import io.tamnas.protocol.task.TaskFailure;
import io.tamnas.protocol.task.TaskResult.SubnetMeasured;
import io.tamnas.protocol.task.Work;
import io.tamnas.search.support.FakeWorker;
import io.tamnas.search.support.MadeUp;
import io.tamnas.search.support.RunningService;
import io.tamnas.search.support.Service;
import io.tamnas.search.support.Submitted;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;

/** Re-evaluations of jobs that a made-up worker brings to their end. */
class ReevaluationIT {

  private static final String JOB =
      """
      {"dataset": {"name": "shapes"}, "space": {"preset": "tam-nano"},
       "search": {"population": 6, "generations": 1, "baseline": "none"}}
      """;
  private static final String FRONT = "{\"subnets\": \"front\"}";
  private static final String SMALL = "[0,0,0,0,0,0,0,0,0,0,0,0]";
  private static final String LARGE = "[3,0,0,0,0,0,9,9,9,9,9,9]";
  private static final String TWO = "{\"subnets\": [%s, %s]}".formatted(SMALL, LARGE);

  @RegisterExtension static final RunningService RUNNING = new RunningService();

  private final Service service = RUNNING.service();
  private @Nullable FakeWorker worker;

  /** What becomes of measurements by AutoAttack, which no search here makes, and by others. */
  private volatile FakeWorker.Behaviour again = MadeUp::outcome;

  private volatile FakeWorker.Behaviour first = MadeUp::outcome;

  @BeforeEach
  void startWorker() {
    worker =
        new FakeWorker(
                "worker",
                () -> service,
                (self, task) -> {
                  if (!(task.work() instanceof Work.Evaluate)) {
                    return MadeUp.outcome(self, task);
                  }
                  return isAgain(task) ? again.outcome(self, task) : first.outcome(self, task);
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
  void measuresTheFrontOfAJobThatHasEndedByAStrongerAttack() {
    Submitted job = ended();
    again = (self, task) -> withMoreStanding(MadeUp.outcome(self, task), 3);

    Service.Answer accepted = service.post(job.path() + "/re-evaluations", FRONT);

    assertThat(accepted.status()).as(accepted.text()).isEqualTo(202);
    assertThat(accepted.header("Location")).isEqualTo(job.path() + "/re-evaluations/1");
    assertThat(accepted.header("Retry-After")).isNotEmpty();
    JsonNode view = reaches(accepted.header("Location"), "SUCCEEDED");
    JsonNode front = job.front().get("individuals");
    assertThat(view.get("subnets")).hasSize(front.size());
    assertThat(view.at("/again/text").asString())
        .startsWith("AutoAttack standard, ε 8/255, 256 validation images, seed 1, statistics from");
    for (int i = 0; i < front.size(); i++) {
      JsonNode subnet = view.get("subnets").get(i);
      assertThat(subnet.get("genotype")).isEqualTo(front.get(i).get("genotype"));
      assertThat(subnet.get("parameters")).isEqualTo(front.get(i).get("parameters"));
      assertThat(subnet.at("/first/adversarial")).isEqualTo(front.get(i).get("adversarial"));
      assertThat(subnet.at("/first/protocol")).isEqualTo(job.front().at("/protocol/text"));
      assertThat(subnet.at("/again/protocol")).isEqualTo(view.at("/again/text"));
      assertThat(subnet.at("/again/adversarial/correct").asInt())
          .isEqualTo(front.get(i).at("/adversarial/correct").asInt() + 3);
      assertThat(subnet.at("/inversion/images").asInt()).isEqualTo(3);
      assertThat(subnet.at("/nondominated").asBoolean()).isTrue();
    }
    assertThat(view.at("/order/pairs").asInt()).isEqualTo(front.size());
    assertThat(view.at("/order/kendall/value").asDouble()).isEqualTo(1);
    assertThat(view.get("progress").asDouble()).isEqualTo(1);
    assertThat(view.get("endedAt").isNull()).isFalse();
    assertThat(view.at("/again/numericEnvironment").asString()).isEqualTo("test");
    assertThat(job.state()).isEqualTo("SUCCEEDED");
    assertThat(service.get(job.path()).json().at("/links/reevaluations").asString())
        .isEqualTo(job.path() + "/re-evaluations");
    assertIsReported(job, view);
  }

  private void assertIsReported(Submitted job, JsonNode view) {
    JsonNode report = service.get(job.path() + "/report").json();
    assertThat(report.at("/reevaluations/0")).isEqualTo(view);
    assertThat(job.phases().keySet())
        .containsExactly("SUPERNET_TRAINING", "SEARCH", "RE_EVALUATION");
    assertThat(report.at("/phases/2/workers/0/numericEnvironment").asString()).isEqualTo("test");
    assertThat(service.get(job.path() + "/report.html").text())
        .contains("<th>under attack, again: AutoAttack standard, ε 8/255, 256 validation images")
        .contains("<th>under attack, first: PGD-10")
        .contains("Warning: the stronger attack")
        .contains("τ-b 1.00");
  }

  @Test
  void namesEachProtocolWhereOnlyTheStatisticsDiffer() {
    Submitted job = ended();

    JsonNode view =
        reaches(
            ask(
                job,
                """
                {"subnets": "front",
                 "evaluation": {"attack": {"method": "pgd"}, "recalibrationImages": 512}}
                """),
            "SUCCEEDED");

    String first = view.at("/first/text").asString();
    String again = view.at("/again/text").asString();
    assertThat(again)
        .isNotEqualTo(first)
        .isEqualTo(first.replaceFirst("statistics from \\d+ images", "statistics from 512 images"));
    assertThat(service.get(job.path() + "/report.html").text())
        .contains(
            "<th>under attack, first: " + first + "</th>",
            "<th>under attack, again: " + again + "</th>",
            "Measured in, first: test. Again: test.");
  }

  @Test
  void measuresNothingTwice() {
    Submitted job = ended();
    reaches(ask(job, FRONT), "SUCCEEDED");
    int asked = asked();
    assertThat(asked).isEqualTo(job.front().get("individuals").size());

    Service.Answer second = service.post(job.path() + "/re-evaluations", FRONT);
    Submitted other =
        Submitted.to(
            service,
            JOB.replace(
                "\"search\"",
                "\"supernet\": {\"artifact\": %s}, \"evaluation\": {\"attack\": {\"method\": \"autoattack\"}}, \"search\""
                    .formatted(job.status().get("supernet"))));

    assertThat(second.json().get("state").asString()).isEqualTo("SUCCEEDED");
    assertThat(second.json().get("endedAt").isNull()).isFalse();
    other.reaches("SUCCEEDED");
    assertThat(asked())
        .as("the same front, searched by the new protocol, needs only what is not stored")
        .isEqualTo(other.status().get("measured").asInt());
  }

  @Test
  void measuresTheFrontOfAGenerationThatIsRanked() {
    Submitted job = ended();

    JsonNode view = reaches(ask(job, "{\"subnets\": {\"generation\": 0}}"), "SUCCEEDED");

    List<JsonNode> front =
        service
            .get(job.path() + "/generations/0")
            .json()
            .get("individuals")
            .valueStream()
            .filter(one -> one.get("rank").asInt() == 1)
            .map(one -> one.get("genotype"))
            .distinct()
            .toList();
    assertThat(view.get("subnets").valueStream().map(one -> one.get("genotype")))
        .containsExactlyElementsOf(front);
  }

  @Test
  void stopsWhatIsNotMeasuredAndTakesItUpAgain() {
    Submitted job = ended();
    AtomicInteger measured = new AtomicInteger(1);
    again = (self, task) -> measured.getAndDecrement() > 0 ? MadeUp.outcome(self, task) : null;
    String path = ask(job, TWO);
    await().until(() -> states(path).equals(List.of("MEASURED", "RUNNING")));
    assertThat(state(path)).isEqualTo("RUNNING");
    assertThat(service.get(path).json().get("progress").asDouble()).isBetween(0.5, 0.99);
    assertThat(service.get(path).json().at("/subnets/0/nondominated").isNull()).isTrue();
    assertThat(service.get(path).header("Retry-After")).isNotEmpty();
    TaskAssignment running = Objects.requireNonNull(worker).received().getLast();

    assertThat(service.delete(path).status()).isEqualTo(204);

    JsonNode view = reaches(path, "CANCELLED");
    assertThat(states(path)).containsExactly("MEASURED", "CANCELLED");
    assertThat(view.get("endedAt").isNull()).isFalse();
    assertThat(view.at("/subnets/1/again").isNull()).isTrue();
    await().until(() -> Objects.requireNonNull(worker).stopped().contains(running.task()));
    again = MadeUp::outcome;
    assertThat(service.post(path + "/retry", "").status()).isEqualTo(202);
    reaches(path, "SUCCEEDED");
    assertThat(service.delete(path).status()).isEqualTo(204);
    assertThat(state(path)).isEqualTo("SUCCEEDED");
  }

  @Test
  void failsWithReasonsAndIsTriedAgainWhereThatMayHelp() {
    Submitted job = ended();
    again =
        (self, task) ->
            isAbout(task, 0)
                ? new TaskFailure(FailureClass.OUT_OF_MEMORY, "too little")
                : new TaskFailure(FailureClass.INVALID, "the data here is another");
    String path = ask(job, TWO);

    JsonNode view = reaches(path, "FAILED");

    assertThat(view.at("/subnets/0/failure/failureClass").asString()).isEqualTo("OUT_OF_MEMORY");
    assertThat(view.at("/subnets/0/failure/reason").asString()).contains("too little");
    assertThat(view.at("/subnets/1/failure/reason").asString()).contains("another");
    assertThat(view.at("/subnets/0/again").isNull()).isTrue();
    assertThat(view.at("/order").isNull()).isTrue();
    assertThat(service.get(job.path() + "/report.html").text()).contains("OUT_OF_MEMORY: too");
    again = MadeUp::outcome;
    Service.Answer retried = service.post(path + "/retry", "");
    assertThat(retried.status()).isEqualTo(202);
    assertThat(retried.header("Location")).isEqualTo(path);
    await().until(() -> states(path).equals(List.of("MEASURED", "FAILED")));
    assertThat(state(path)).isEqualTo("FAILED");
    Service.Answer refused = service.post(path + "/retry", "");
    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.problem()).isEqualTo("conflict");
    assertThat(refused.json().get("detail").asString()).contains("would fail again");
    assertThat(job.state()).as("it changes nothing of the job").isEqualTo("SUCCEEDED");
  }

  @Test
  void refusesAResultThatCannotBeTheTasks() {
    Submitted job = ended();
    again = (self, task) -> null;
    String path = ask(job, TWO);
    await().until(() -> asked() == 1);
    TaskAssignment assignment = Objects.requireNonNull(worker).received().getLast();
    SubnetMeasured right = MadeUp.measured((Work.Evaluate) assignment.work(), "test");

    Service.Answer answer =
        Objects.requireNonNull(worker)
            .report(
                assignment,
                new SubnetMeasured(
                    right.images(),
                    right.cleanCorrect(),
                    right.adversarialCorrect(),
                    right.maskingSigns(),
                    "e".repeat(64),
                    "test"));

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.json().get("detail").asString()).contains("digest");
    assertThat(states(path)).containsExactly("RUNNING", "QUEUED");
  }

  @Test
  void isMeasuredWhileItsJobIsPausedAndStaysFailedWhereThatIsRetried() {
    AtomicInteger failures = new AtomicInteger(1);
    first =
        (self, task) ->
            failures.getAndDecrement() > 0
                ? new TaskFailure(FailureClass.OUT_OF_MEMORY, "too little")
                : MadeUp.outcome(self, task);
    Submitted job =
        Submitted.to(service, JOB.replace("shapes\"", "shapes\", \"splitSeed\": 78"))
            .reaches("PAUSED");
    JsonNode view = reaches(ask(job, TWO), "SUCCEEDED");
    assertThat(view.at("/subnets/0/first").isNull()).as("the search did not measure it").isTrue();
    again = (self, task) -> new TaskFailure(FailureClass.OUT_OF_MEMORY, "too little");
    String failed = ask(job, "{\"subnets\": [%s], \"evaluation\": {\"seed\": 2}}".formatted(SMALL));
    reaches(failed, "FAILED");
    Service.Answer early =
        service.post(job.path() + "/re-evaluations", "{\"subnets\": {\"generation\": 0}}");
    assertThat(early.status()).isEqualTo(409);
    assertThat(early.json().get("detail").asString()).contains("generation 0", "not ranked yet");
    assertThat(job.state()).isEqualTo("PAUSED");

    assertThat(service.post(job.path() + "/retry", "").status()).isEqualTo(202);

    job.reaches("SUCCEEDED");
    assertThat(state(failed)).isEqualTo("FAILED");
  }

  @Test
  void endsWithItsJobAndIsTakenUpAfterwards() {
    again = (self, task) -> null;
    Submitted job =
        Submitted.to(service, JOB.replace("\"generations\": 1", "\"generations\": 400"));
    await().until(() -> !job.status().get("supernet").isNull());
    String path = ask(job, TWO);
    await().until(() -> state(path).equals("RUNNING"));

    assertThat(service.post(job.path() + "/cancel", "").status()).isEqualTo(200);

    assertThat(reaches(path, "CANCELLED").get("endedAt").isNull()).isFalse();
    again = MadeUp::outcome;
    assertThat(service.post(path + "/retry", "").status()).isEqualTo(202);
    reaches(path, "SUCCEEDED");
    assertThat(job.state()).isEqualTo("CANCELLED");
  }

  @Test
  void endsWithAJobThatFails() {
    first = (self, task) -> null;
    Submitted job = Submitted.to(service, JOB).reaches("SEARCHING");
    await().until(() -> last().work() instanceof Work.Evaluate);
    TaskAssignment searched = last();
    String path = ask(job, TWO);

    Objects.requireNonNull(worker)
        .report(searched, new TaskFailure(FailureClass.INVALID, "the data here is another"));

    job.reaches("FAILED");
    assertThat(reaches(path, "CANCELLED").get("endedAt").isNull()).isFalse();
  }

  @Test
  void namesWhoMeasuredAgainApartFromWhoSearched() {
    Submitted job = ended();
    Objects.requireNonNull(worker).beBusy();
    try (FakeWorker other =
        new FakeWorker("other", () -> service, MadeUp::outcome).environment("another").start()) {
      reaches(ask(job, TWO), "SUCCEEDED");
      assertThat(other.received()).hasSize(2);
    }

    JsonNode phases = service.get(job.path() + "/report").json().get("phases");

    assertThat(phases.at("/1/phase").asString()).isEqualTo("SEARCH");
    assertThat(phases.at("/1/workers")).hasSize(1);
    assertThat(phases.at("/1/workers/0/numericEnvironment").asString()).isEqualTo("test");
    assertThat(phases.at("/2/workers")).hasSize(1);
    assertThat(phases.at("/2/workers/0/numericEnvironment").asString()).isEqualTo("another");
  }

  @Test
  void leavesTheSearchItsOwnWorkUnderWay() {
    again = (self, task) -> null;
    Submitted job =
        Submitted.to(service, JOB.replace("\"generations\": 1", "\"generations\": 400"));
    await().until(() -> !job.status().get("supernet").isNull());
    String path = ask(job, TWO);
    await().until(() -> state(path).equals("RUNNING"));
    String lost = "task where kind = 'EVALUATE' and not beside and state = 'READY'";

    RUNNING.database().execute("delete from " + lost);

    await().until(() -> RUNNING.database().holds("select exists (select from " + lost + ")"));
  }

  @Test
  void createsOnePerIdempotencyKeyAndPagesThemFromTheNewestOn() {
    Submitted job = ended();
    String all = job.path() + "/re-evaluations";

    Service.Answer one = service.post(all, TWO, "Idempotency-Key", "k");
    Service.Answer same = service.post(all, TWO, "Idempotency-Key", "k");
    Service.Answer other = service.post(all, FRONT, "Idempotency-Key", "k");
    ask(job, TWO);
    ask(job, TWO);

    assertThat(same.header("Location")).isEqualTo(one.header("Location"));
    assertThat(other.status()).isEqualTo(422);
    assertThat(other.problem()).isEqualTo("idempotency-key-reused");
    assertThat(other.json().get("detail").asString()).contains("re-evaluation 1");
    JsonNode page = service.get(all + "?limit=2").json();
    JsonNode rest = service.get(all + "?limit=2&cursor=" + page.get("next").asString()).json();
    assertThat(page.get("items").findValuesAsString("number")).containsExactly("3", "2");
    assertThat(rest.get("items").findValuesAsString("number")).containsExactly("1");
    assertThat(rest.get("next").isNull()).isTrue();
    assertThat(service.get(all + "?limit=101").problem()).isEqualTo("invalid-parameter");
  }

  @Test
  void refusesJobsWithoutASupernet() {
    Objects.requireNonNull(worker).beBusy();
    Submitted job = Submitted.to(service, JOB);

    Service.Answer answer = service.post(job.path() + "/re-evaluations", TWO);

    assertThat(answer.status()).isEqualTo(409);
    assertThat(answer.problem()).isEqualTo("no-supernet");
  }

  @Test
  void refusesAFrontThatHasNobody() {
    Submitted job = ended();
    RUNNING.database().execute("update individual set measurement = null");

    Service.Answer answer = service.post(job.path() + "/re-evaluations", FRONT);

    assertThat(answer.status()).isEqualTo(409);
    assertThat(answer.problem()).isEqualTo("conflict");
    assertThat(answer.json().get("detail").asString()).contains("nothing is on the front");
  }

  @Test
  void saysEverythingThatIsWrongWithARequest() {
    Submitted job = ended();

    Service.Answer answer =
        service.post(
            job.path() + "/re-evaluations",
            """
            {"subnets": [%s, [1], %s],
             "evaluation": {"images": 513, "attack": {"epsilon": 0}, "split": "test"}}
            """
                .formatted(SMALL, SMALL));

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.problem()).isEqualTo("invalid-specification");
    assertThat(answer.json().get("violations").findValuesAsString("pointer"))
        .containsExactly(
            "/subnets/1",
            "/subnets/2",
            "/evaluation/attack/epsilon",
            "/evaluation/split",
            "/evaluation/images");
    assertThat(service.get(job.path() + "/re-evaluations").json().get("items")).isEmpty();
  }

  @Test
  void knowsNoOthers() {
    String unknown = "/api/v1/search-jobs/0190b5f0-7a4e-7c3c-9d9a-3f3f6d8a2b11/re-evaluations";
    Submitted job = ended();

    assertThat(service.post(unknown, TWO).status()).isEqualTo(404);
    assertThat(service.get(unknown).status()).isEqualTo(404);
    assertThat(service.get(job.path() + "/re-evaluations/1").problem()).isEqualTo("not-found");
    assertThat(service.delete(job.path() + "/re-evaluations/1").problem()).isEqualTo("not-found");
    assertThat(service.post(job.path() + "/re-evaluations/1/retry", "").problem())
        .isEqualTo("not-found");
  }

  private static boolean isAgain(TaskAssignment task) {
    return task.work() instanceof Work.Evaluate evaluate
        && evaluate.protocol().attack() instanceof AttackSettings.AutoAttack;
  }

  /** Whether it is about the genotype whose first gene has that value. */
  private static boolean isAbout(TaskAssignment task, int firstGene) {
    return ((Work.Evaluate) task.work()).genotype().getFirst() == firstGene;
  }

  private static SubnetMeasured withMoreStanding(Object outcome, int more) {
    SubnetMeasured measured = (SubnetMeasured) outcome;
    return new SubnetMeasured(
        measured.images(),
        measured.cleanCorrect(),
        measured.adversarialCorrect() + more,
        measured.maskingSigns(),
        measured.datasetDigest(),
        measured.numericEnvironment());
  }

  private Submitted ended() {
    return Submitted.to(service, JOB).reaches("SUCCEEDED");
  }

  private String ask(Submitted job, String body) {
    Service.Answer answer = service.post(job.path() + "/re-evaluations", body);
    assertThat(answer.status()).as(answer.text()).isEqualTo(202);
    return answer.header("Location");
  }

  private TaskAssignment last() {
    return Objects.requireNonNull(worker).received().getLast();
  }

  /** How many measurements by AutoAttack were handed out. */
  private int asked() {
    return Math.toIntExact(
        Objects.requireNonNull(worker).received().stream().filter(ReevaluationIT::isAgain).count());
  }

  private String state(String path) {
    return service.get(path).json().get("state").asString();
  }

  private List<String> states(String path) {
    return service
        .get(path)
        .json()
        .get("subnets")
        .valueStream()
        .map(one -> one.get("state").asString())
        .toList();
  }

  private JsonNode reaches(String path, String state) {
    await()
        .pollInterval(Duration.ofMillis(20))
        .atMost(Duration.ofSeconds(30))
        .until(() -> state(path).equals(state));
    return service.get(path).json();
  }
}
