package io.tamnas.search.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.awaitility.Awaitility.await;

import io.tamnas.protocol.task.FailureClass;
import io.tamnas.protocol.task.TaskAssignment;
import io.tamnas.protocol.task.TaskFailure;
import io.tamnas.protocol.task.TaskKind;
import io.tamnas.protocol.task.Work;
import io.tamnas.search.support.FakeWorker;
import io.tamnas.search.support.MadeUp;
import io.tamnas.search.support.RunningService;
import io.tamnas.search.support.Service;
import io.tamnas.search.support.Submitted;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** Random search beside searches that a made-up worker measures. */
class BaselineIT {

  private static final String JOB = Submitted.SMALL.replace("\"none\"", "\"random\"");

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
    worker().close();
  }

  @Test
  void measuresAsManyDrawnAtRandomAsItHasSearched() {
    Submitted job = Submitted.to(service, JOB).reaches("SUCCEEDED");

    JsonNode baseline = baseline(job);
    int searched = job.status().get("measured").asInt();
    assertThat(baseline.get("kind").asString()).isEqualTo("random");
    assertThat(baseline.get("drawn").asInt()).isEqualTo(searched);
    for (String side : List.of("search", "random")) {
      assertThat(baseline.at("/" + side + "/measured").asInt()).isEqualTo(searched);
      JsonNode last = baseline.at("/" + side + "/steps").get(searched - 1);
      assertThat(last.get("measurements").asInt()).isEqualTo(searched);
      assertThat(last.get("hypervolume")).isEqualTo(baseline.at("/" + side + "/hypervolume"));
    }
    assertThat(baseline.get("individuals")).isNotEmpty();
    assertThat(baseline.get("summary").asString()).contains("one seed and one run");
    assertThat(baseline.at("/protocol/text")).isEqualTo(job.front().at("/protocol/text"));
    assertThat(job.status().get("progress").asDouble()).isEqualTo(1);
    assertThat(job.status().at("/links/baseline").asString()).isEqualTo(job.path() + "/baseline");
  }

  @Test
  void leavesFrontAndSharesAsTheyAreWithoutIt() {
    Submitted without = Submitted.to(service, Submitted.SMALL).reaches("SUCCEEDED");
    Submitted with = Submitted.to(service, JOB).reaches("SUCCEEDED");

    assertThat(with.front().get("individuals")).isEqualTo(without.front().get("individuals"));
    assertThat(report(with).get("explanation")).isEqualTo(report(without).get("explanation"));
    assertThat(report(without).get("baseline").isNull()).isTrue();
    assertThat(baseline(without).get("kind").asString()).isEqualTo("none");
    assertThat(baseline(without).get("drawn").asInt()).isZero();
  }

  @Test
  void drawsAndMeasuresTheSameOnceMore() {
    Submitted first = Submitted.to(service, JOB).reaches("SUCCEEDED");
    long before = evaluations().count();
    String supernet = first.status().get("supernet").asString();

    Submitted second =
        Submitted.to(
            service,
            JOB.replace(
                "{\"dataset\"",
                "{\"supernet\": {\"artifact\": \"" + supernet + "\"}, \"dataset\""));

    assertThat(second.state()).as("all is known").isEqualTo("SUCCEEDED");
    assertThat(baseline(second).get("individuals")).isEqualTo(baseline(first).get("individuals"));
    assertThat(baseline(second).get("random")).isEqualTo(baseline(first).get("random"));
    assertThat(evaluations()).hasSize((int) before);
  }

  @Test
  void showsBothOnThePageOfTheReport() {
    Submitted job = Submitted.to(service, JOB).reaches("SUCCEEDED");

    String page = service.get(job.path() + "/report.html").text();

    assertThat(page)
        .contains(
            "Against random search", "random search: shuffle", "Hypervolume over measurements")
        .contains(baseline(job).get("summary").asString().replace("'", "&#39;"));
    assertThat(report(job).get("baseline")).isEqualTo(baseline(job));
  }

  @Test
  void tellsItsTimeApartFromTheSearchs() {
    Submitted job = Submitted.to(service, JOB).reaches("SUCCEEDED");

    int searched = job.status().get("measured").asInt();
    assertThat(job.phases())
        .containsExactly(
            entry("SUPERNET_TRAINING", 1),
            entry("SEARCH", searched),
            entry("RANDOM_SEARCH", (int) evaluations().count() - searched));
  }

  @Test
  void tellsHowFarItIsAndEndsWithItsJob() {
    behaviour = (self, task) -> isAfterSearch(task) ? null : MadeUp.outcome(self, task);
    Submitted job = Submitted.to(service, JOB).reaches("FINALIZING");
    TaskAssignment open = awaitAfterSearch();

    JsonNode status = job.status();
    assertThat(status.at("/phase/name").asString()).isEqualTo("FINALIZING");
    assertThat(status.at("/phase/progress").asDouble()).isLessThan(1);
    assertThat(status.get("progress").asDouble()).isBetween(0.66, 0.99);
    assertThat(baseline(job).get("summary").asString()).contains("were drawn are measured");

    service.post(job.path() + "/cancel", "");

    job.reaches("CANCELLED");
    await().until(() -> worker().stopped().contains(open.task()));
  }

  @Test
  void waitsWhereAMeasurementFailsAndGoesOnAfterARetry() {
    behaviour =
        (self, task) ->
            isAfterSearch(task)
                ? new TaskFailure(FailureClass.INFRASTRUCTURE, "the disk is full")
                : MadeUp.outcome(self, task);
    Submitted job = Submitted.to(service, JOB).reaches("PAUSED");
    assertThat(job.status().at("/failure/reason").asString())
        .contains("measuring genotype", "the disk is full");

    behaviour = MadeUp::outcome;
    service.post(job.path() + "/retry", "");

    job.reaches("SUCCEEDED");
    assertThat(baseline(job).at("/random/measured").asInt())
        .isEqualTo(baseline(job).get("drawn").asInt());
  }

  @ParameterizedTest
  @EnumSource(names = {"INVALID", "OUT_OF_MEMORY"})
  void goesOnWithoutWhatCannotBeMeasuredAndSaysWhy(FailureClass failureClass) {
    AtomicInteger failures = new AtomicInteger(2);
    behaviour =
        (self, task) ->
            isAfterSearch(task) && failures.getAndDecrement() > 0
                ? new TaskFailure(failureClass, "it is so")
                : MadeUp.outcome(self, task);

    Submitted job = Submitted.to(service, JOB).reaches("SUCCEEDED");

    JsonNode baseline = baseline(job);
    assertThat(baseline.get("failed").asInt()).isEqualTo(2);
    assertThat(baseline.at("/random/measured").asInt())
        .isEqualTo(baseline.get("drawn").asInt() - 2);
    assertThat(baseline.get("failures")).hasSize(2);
    assertThat(baseline.at("/failures/0/failureClass").asString()).isEqualTo(failureClass.name());
    assertThat(baseline.at("/failures/0/reason").asString())
        .isEqualTo("measuring it failed: it is so");
    assertThat(baseline.at("/failures/0/genotype/genes")).isNotEmpty();
    assertThat(baseline.get("summary").asString()).contains("2 of those drawn cannot be measured.");
    assertThat(job.status().at("/phase/progress").asDouble()).isEqualTo(1);
    assertThat(service.get(job.path() + "/report.html").text())
        .contains(
            "Not measured, 2 of those drawn: %s: measuring it failed: it is so"
                .formatted(failureClass));
  }

  @Test
  void leavesAloneWhatCannotBeMeasuredWhereTheJobIsRetried() {
    List<TaskAssignment> failing = new CopyOnWriteArrayList<>();
    behaviour =
        (self, task) -> {
          if (!isAfterSearch(task)) {
            return MadeUp.outcome(self, task);
          }
          failing.add(task);
          return new TaskFailure(
              failing.size() == 1 ? FailureClass.OUT_OF_MEMORY : FailureClass.INFRASTRUCTURE,
              "it is so");
        };
    Submitted job = Submitted.to(service, JOB).reaches("PAUSED");
    assertThat(job.status().at("/failure/failureClass").asString()).isEqualTo("INFRASTRUCTURE");

    behaviour = MadeUp::outcome;
    service.post(job.path() + "/retry", "");

    job.reaches("SUCCEEDED");
    assertThat(baseline(job).get("failed").asInt()).isEqualTo(1);
    assertThat(worker().received())
        .filteredOn(task -> task.task().equals(failing.getFirst().task()))
        .hasSize(1);
  }

  @Test
  void asksAgainForWhatWasLost() {
    behaviour = (self, task) -> isAfterSearch(task) ? null : MadeUp.outcome(self, task);
    Submitted job = Submitted.to(service, JOB).reaches("FINALIZING");
    TaskAssignment open = awaitAfterSearch();
    RUNNING.database().execute("delete from task where kind = 'EVALUATE' and state = 'READY'");

    behaviour = MadeUp::outcome;
    worker().report(open, Objects.requireNonNull(MadeUp.outcome(worker(), open)));

    job.reaches("SUCCEEDED");
  }

  @Test
  void takesWhatThereIsWhereTheSpaceIsSmaller() {
    Submitted job =
        Submitted.to(
                service,
                """
                {"dataset": {"name": "shapes"}, "search": {"population": 6, "generations": 1,
                   "constraints": {"maxParameters": 1500}},
                 "space": {"stem": {"width": 8}, "headWidth": 32, "layers": [{"width": 16,
                   "stride": 1, "blocks": ["shuffle3"], "scales": [0.2, 0.6, 1.0, 4.0]}]}}
                """)
            .reaches("SUCCEEDED");

    assertThat(job.status().get("measured").asInt()).isEqualTo(4);
    assertThat(baseline(job).get("drawn").asInt()).isBetween(1, 3);
    assertThat(baseline(job).get("wanted").asInt()).isEqualTo(4);
    assertThat(baseline(job).get("draws")).isEqualTo(baseline(job).get("drawn"));
    assertThat(baseline(job).at("/random/hypervolume"))
        .as("it has drawn all that is feasible")
        .isEqualTo(baseline(job).at("/search/hypervolume"));
    assertThat(baseline(job).get("summary").asString())
        .contains("NSGA-II gained nothing. Of 4", "the space has no more feasible ones");
    assertThat(job.phases())
        .as("what both go by is the search's")
        .containsExactly(entry("SUPERNET_TRAINING", 1), entry("SEARCH", 4));
  }

  @Test
  void letsFinalistsWaitUntilTheLastOfThemIsMeasured() {
    behaviour = (self, task) -> isAfterSearch(task) ? null : MadeUp.outcome(self, task);
    Submitted job =
        Submitted.to(service, JOB.replaceFirst("}\\s*$", ", \"finalists\": {\"count\": 1}}"))
            .reaches("FINALIZING");
    TaskAssignment open = awaitAfterSearch();

    assertThat(RUNNING.database().holds("select not exists (select from finalist)")).isTrue();

    behaviour = MadeUp::outcome;
    worker().report(open, Objects.requireNonNull(MadeUp.outcome(worker(), open)));

    job.reaches("SUCCEEDED");
    assertThat(RUNNING.database().holds("select count(*) = 1 from finalist")).isTrue();
  }

  /** An evaluation that is asked for when the job is finalizing already. */
  private boolean isAfterSearch(TaskAssignment task) {
    return task.work() instanceof Work.Evaluate
        && service
            .get("/api/v1/search-jobs")
            .json()
            .at("/items/0/phase/name")
            .asString()
            .equals("FINALIZING");
  }

  private TaskAssignment awaitAfterSearch() {
    await().until(() -> !worker().received().isEmpty() && isAfterSearch(last()));
    return last();
  }

  private TaskAssignment last() {
    return worker().received().getLast();
  }

  private FakeWorker worker() {
    return Objects.requireNonNull(worker);
  }

  private Stream<TaskAssignment> evaluations() {
    return worker().received().stream().filter(task -> task.work().kind() == TaskKind.EVALUATE);
  }

  private JsonNode baseline(Submitted job) {
    return service.get(job.path() + "/baseline").json();
  }

  private JsonNode report(Submitted job) {
    return service.get(job.path() + "/report").json();
  }
}
