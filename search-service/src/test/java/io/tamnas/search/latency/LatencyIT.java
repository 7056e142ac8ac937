package io.tamnas.search.latency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tamnas.protocol.task.FailureClass;
import io.tamnas.protocol.task.TaskAssignment;
import io.tamnas.protocol.task.TaskFailure;
import io.tamnas.protocol.task.TaskResult.LatencyMeasured;
import io.tamnas.protocol.task.Work;
import io.tamnas.search.support.FakeWorker;
import io.tamnas.search.support.MadeUp;
import io.tamnas.search.support.RunningService;
import io.tamnas.search.support.Service;
import io.tamnas.search.support.Submitted;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;

/** Jobs with latency as an objective, on workers whose machines are made up. */
class LatencyIT {

  @RegisterExtension static final RunningService RUNNING = new RunningService();

  private static final String OBJECTIVES = "\"objectives\": [\"adversarialAccuracy\", \"latency\"]";
  private static final String FAST = "a fast processor; 1 thread; runtime 1";
  private static final String SLOW = "a slow processor; 1 thread; runtime 1";

  private final Service service = RUNNING.service();

  @Test
  void measuresAllLatenciesOfAJobOnOneKindOfMachine() {
    try (FakeWorker fast = worker("fast", FAST, MadeUp::outcome);
        FakeWorker slow = worker("slow", SLOW, MadeUp::outcome)) {
      Submitted job = Submitted.to(service, timed("")).reaches("SUCCEEDED");

      String machine = job.status().get("latencyMachine").asString();
      FakeWorker bound = machine.equals(FAST) ? fast : slow;
      FakeWorker other = machine.equals(FAST) ? slow : fast;
      assertThat(machine).isIn(FAST, SLOW);
      assertThat(latencies(other)).isEmpty();
      assertThat(latencies(bound)).doesNotHaveDuplicates();
      assertThat(latencies(bound).size())
          .isBetween(
              job.status().get("measured").asInt(), job.status().get("measured").asInt() + 1);
    }
  }

  @Test
  void showsLatenciesWhereverObjectivesAreShown() {
    try (FakeWorker worker = worker("one", FAST, MadeUp::outcome)) {
      Submitted job = Submitted.to(service, timed("")).reaches("SUCCEEDED");

      JsonNode front = job.front();
      assertThat(front.at("/objectives/1/name").asString()).isEqualTo("latency");
      assertThat(front.at("/objectives/1/direction").asString()).isEqualTo("minimize");
      assertThat(front.at("/protocol/latency/machine").asString()).isEqualTo(FAST);
      assertThat(front.at("/protocol/latency/input").asString()).isEqualTo("3×16×16");
      assertThat(front.at("/protocol/latency/text").asString()).startsWith("median of 200 single");
      JsonNode latency = front.at("/individuals/0/latency");
      assertThat(latency.get("lowerQuartileMillis").asDouble())
          .isLessThan(latency.get("medianMillis").asDouble());
      assertReference(job, latencies(worker).getFirst());
      assertThat(service.get(job.path() + "/report.html").text())
          .contains("<th>latency, ms</th>", "id=\"latencies", FAST);
    }
  }

  @Test
  void measuresTheLatenciesOfWhatIsDrawnAtRandomToo() {
    try (FakeWorker worker = worker("one", FAST, MadeUp::outcome)) {
      Submitted job = Submitted.to(service, compared(timed(""))).reaches("SUCCEEDED");

      JsonNode baseline = service.get(job.path() + "/baseline").json();
      int searched = job.status().get("measured").asInt();
      assertThat(baseline.at("/random/measured").asInt()).isEqualTo(searched);
      assertThat(baseline.at("/random/hypervolume").asDouble()).isPositive();
      assertThat(baseline.at("/referencePoint/latency").asDouble()).isPositive();
      assertThat(baseline.at("/individuals/0/latency/medianMillis").asDouble()).isPositive();
      assertThat(latencies(worker)).hasSizeGreaterThan(searched).doesNotHaveDuplicates();
      Map<String, Integer> phases = job.phases();
      int ofSearch = phases.getOrDefault("SEARCH", 0);
      assertThat(ofSearch)
          .as("accuracies and latencies, perhaps of the largest subnet too")
          .isBetween(2 * searched, 2 * searched + 1);
      assertThat(phases)
          .containsEntry(
              "RANDOM_SEARCH", (int) evaluations(worker) + latencies(worker).size() - ofSearch);
    }
  }

  /** Of the largest subnet, which is asked for first; the same for all generations. */
  private void assertReference(Submitted job, Work.MeasureLatency largest) {
    double expected = 2 * MadeUp.timed(largest, FAST).medianNanos() / 1e6;
    JsonNode items = service.get(job.path() + "/generations").json().get("items");
    assertThat(items).hasSize(4);
    for (JsonNode item : items) {
      assertThat(item.at("/referencePoint/latency").asDouble()).isEqualTo(expected);
      assertThat(item.get("hypervolume").asDouble()).isPositive();
    }
  }

  @Test
  void waitsForTheKindOfMachineThatItNamesAndSaysSo() {
    try (FakeWorker fast = worker("fast", FAST, MadeUp::outcome)) {
      Submitted job = Submitted.to(service, timed(", \"machine\": \"" + SLOW + "\""));
      await().until(() -> evaluations(fast) == 8);
      await().until(() -> job.status().get("waitingFor").isString());

      assertThat(job.status().get("waitingFor").asString())
          .isEqualTo(
              "an evaluator to measure latencies (1 asked for); none is live on the"
                  + " job's kind of machine: "
                  + SLOW);
      JsonNode generation = service.get(job.path() + "/generations/0").json();
      assertThat(generation.get("state").asString()).isEqualTo("MEASURING");
      assertThat(generation.at("/individuals/0/latency").isNull()).isTrue();
      assertThat(generation.get("referencePoint").has("latency")).isFalse();
      assertThat(job.status().get("measured").asInt()).isZero();
      assertThat(latencies(fast)).isEmpty();

      try (FakeWorker slow = worker("slow", SLOW, MadeUp::outcome)) {
        job.reaches("SUCCEEDED");
        assertThat(job.status().get("waitingFor").isNull()).isTrue();
        assertThat(latencies(fast)).isEmpty();
        assertThat(latencies(slow)).isNotEmpty();
      }
    }
  }

  @Test
  void takesTheLatenciesThatOtherJobsHaveMeasuredOnThatKindOfMachine() {
    Submitted first = searched();
    String supernet = first.status().get("supernet").asString();
    RUNNING.database().execute("update worker set seen_at = '-infinity'");
    try (FakeWorker again = worker("again", FAST, LatencyIT::slower)) {
      Submitted unbound = Submitted.to(service, reusing(supernet, "")).reaches("SUCCEEDED");
      Submitted bound = Submitted.to(service, reusing(supernet, ", \"machine\": \"" + FAST + "\""));

      assertThat(bound.state()).isEqualTo("SUCCEEDED");
      assertThat(latencies(again)).hasSize(1);
      for (Submitted later : List.of(unbound, bound)) {
        assertThat(later.front().get("individuals")).isEqualTo(first.front().get("individuals"));
      }
    }
  }

  private Submitted searched() {
    try (FakeWorker worker = worker("one", FAST, MadeUp::outcome)) {
      Submitted job = Submitted.to(service, timed("")).reaches("SUCCEEDED");
      assertThat(latencies(worker)).isNotEmpty();
      return job;
    }
  }

  @Test
  void pausesAtALatencyThatCannotBeMeasuredAndGoesOnWhenRetried() {
    FakeWorker.Behaviour failing =
        (self, task) ->
            task.work() instanceof Work.MeasureLatency && latencies(self).size() == 3
                ? new TaskFailure(FailureClass.OUT_OF_MEMORY, "no memory")
                : MadeUp.outcome(self, task);
    try (FakeWorker worker = worker("one", FAST, failing)) {
      Submitted job = Submitted.to(service, timed("")).reaches("PAUSED");

      assertThat(job.status().at("/failure/reason").asString())
          .startsWith("measuring the latency of genotype ")
          .contains("no memory");
      assertThat(service.post(job.path() + "/retry", "").status()).isEqualTo(202);
      job.reaches("SUCCEEDED");
      assertThat(latencies(worker)).hasSizeGreaterThan(4);
    }
  }

  @Test
  void goesOnWithoutALatencyOfTheBaselineThatCannotBeMeasured() {
    AtomicInteger failures = new AtomicInteger(1);
    FakeWorker.Behaviour failing =
        (self, task) ->
            isLatencyAfterSearch(task) && failures.getAndDecrement() > 0
                ? new TaskFailure(FailureClass.OUT_OF_MEMORY, "no memory")
                : MadeUp.outcome(self, task);
    try (FakeWorker worker = worker("one", FAST, failing)) {
      Submitted job = Submitted.to(service, compared(timed(""))).reaches("SUCCEEDED");

      JsonNode baseline = service.get(job.path() + "/baseline").json();
      assertThat(latencies(worker)).isNotEmpty();
      assertThat(baseline.get("failed").asInt()).isEqualTo(1);
      assertThat(baseline.at("/random/measured").asInt())
          .isEqualTo(baseline.get("drawn").asInt() - 1);
      assertThat(baseline.at("/failures/0/reason").asString())
          .isEqualTo("measuring the latency of it failed: no memory");
    }
  }

  @Test
  void trainsFinalistsWhereNobodyIsThereAnyMoreToMeasureTheBaselinesLatencies() {
    try (FakeWorker slow = worker("slow", SLOW, MadeUp::outcome)) {
      Submitted job = waitingForLatencies();

      await()
          .until(
              () ->
                  service
                      .get(job.path() + "/finalists")
                      .json()
                      .at("/items/0/networks/0/stage")
                      .asString("")
                      .equals("EXPORTING"));
      assertThat(job.state()).isEqualTo("FINALIZING");
      await()
          .untilAsserted(
              () ->
                  assertThat(job.status().get("waitingFor").asString())
                      .contains("measure latencies", "export networks (1 asked for)", FAST));
      assertThat(exports(slow)).isEmpty();
      assertThat(latencies(slow)).isEmpty();
      try (FakeWorker again = worker("again", FAST, MadeUp::outcome)) {
        job.reaches("SUCCEEDED");
        assertThat(latencies(again)).isNotEmpty();
      }
    }
  }

  /** All accuracies of the baseline are there; who could measure its latencies has gone. */
  private Submitted waitingForLatencies() {
    FakeWorker.Behaviour silent =
        (self, task) -> isLatencyAfterSearch(task) ? null : MadeUp.outcome(self, task);
    String specification = withFinalist(compared(timed(", \"machine\": \"" + FAST + "\"")));
    Submitted job;
    try (FakeWorker fast = worker("fast", FAST, silent)) {
      job = Submitted.to(service, specification).reaches("FINALIZING");
      await()
          .until(() -> holds("count(*) > 0 and count(measurement) = count(*)", "baseline_subnet"));
      assertThat(latencies(fast)).isNotEmpty();
      assertThat(holds("count(*) = 0", "finalist")).as("nothing disturbs the machine").isTrue();
    }
    RUNNING
        .database()
        .execute("update worker set seen_at = '-infinity' where machine = '" + FAST + "'");
    RUNNING
        .database()
        .execute("update attempt set lease_until = '-infinity' where state = 'RUNNING'");
    return job;
  }

  private static boolean holds(String what, String table) {
    return RUNNING.database().holds("select " + what + " from " + table);
  }

  @Test
  void timesExportedFilesOnTheJobsKindOfMachineAlone() {
    FakeWorker.Behaviour silent =
        (self, task) -> task.work() instanceof Work.Export ? null : MadeUp.outcome(self, task);
    try (FakeWorker slow = worker("a-slow-one-first", SLOW, MadeUp::outcome);
        FakeWorker fast = worker("fast", FAST, silent)) {
      Submitted job = Submitted.to(service, withFinalist(timed(", \"machine\": \"" + FAST + "\"")));
      await().until(() -> !exports(fast).isEmpty());
      TaskAssignment export = exports(fast).getFirst();
      Work.Export work = (Work.Export) export.work();

      Service.Answer answer = fast.report(export, MadeUp.exported(slow, work));

      assertThat(answer.status()).as(answer.text()).isEqualTo(422);
      assertThat(answer.text()).contains(FAST, SLOW);
      assertThat(fast.report(export, MadeUp.exported(fast, work)).status()).isEqualTo(200);
      job.reaches("SUCCEEDED");
      assertThat(exports(slow)).isEmpty();
      assertThat(
              service
                  .get(job.path() + "/finalists")
                  .json()
                  .at("/items/0/networks/0/exported/latencySpread/machine")
                  .asString())
          .isEqualTo(FAST);
    }
  }

  @Test
  void hasDoneAllWhereNothingIsFeasibleThatCouldBecomeAFinalist() {
    try (FakeWorker worker = worker("one", FAST, MadeUp::outcome)) {
      Submitted job =
          Submitted.to(
                  service,
                  compared(timed(""))
                      .replace("\"search\"", "\"finalists\": {\"count\": 1}, \"search\"")
                      .replace(
                          OBJECTIVES,
                          OBJECTIVES + ", \"constraints\": {\"maxLatencyMillis\": 0.0001}"))
              .reaches("SUCCEEDED");

      assertThat(latencies(worker)).isNotEmpty();
      assertThat(service.get(job.path() + "/finalists").json().get("items")).isEmpty();
      assertThat(job.status().at("/phase/name").asString()).isEqualTo("FINALIZING");
      assertThat(job.status().at("/phase/progress").asDouble()).isEqualTo(1);
      assertThat(job.status().get("progress").asDouble()).isEqualTo(1);
    }
  }

  @Test
  void refusesLatenciesOfAnotherKindOfMachine() {
    FakeWorker.Behaviour silent =
        (self, task) ->
            task.work() instanceof Work.MeasureLatency ? null : MadeUp.outcome(self, task);
    try (FakeWorker worker = worker("one", FAST, silent)) {
      Submitted.to(service, timed(", \"machine\": \"" + FAST + "\""));
      await().until(() -> !latencies(worker).isEmpty());
      TaskAssignment task =
          worker.received().stream()
              .filter(one -> one.work() instanceof Work.MeasureLatency)
              .findFirst()
              .orElseThrow();

      Service.Answer answer = worker.report(task, new LatencyMeasured(1, 2, 3, SLOW));

      assertThat(answer.status()).as(answer.text()).isEqualTo(422);
      assertThat(answer.text()).contains(FAST, SLOW);
      assertThat(worker.report(task, new LatencyMeasured(1, 2, 3, FAST)).status()).isEqualTo(200);
    }
  }

  private static @Nullable Object slower(FakeWorker self, TaskAssignment task) {
    return MadeUp.outcome(self, task) instanceof LatencyMeasured measured
        ? new LatencyMeasured(
            2 * measured.lowerQuartileNanos(),
            2 * measured.medianNanos(),
            2 * measured.upperQuartileNanos(),
            measured.machine())
        : MadeUp.outcome(self, task);
  }

  private FakeWorker worker(String id, String machine, FakeWorker.Behaviour behaviour) {
    return new FakeWorker(id, () -> service, behaviour).machine(machine).start();
  }

  private static String timed(String more) {
    return """
        {"dataset": {"name": "shapes"}, "evaluation": {"latency": {"runs": 200%s}},
         "search": {"population": 8, "generations": 3, "baseline": "none", %s}}
        """
        .formatted(more, OBJECTIVES);
  }

  private static String compared(String specification) {
    return specification.replace("\"none\"", "\"random\"");
  }

  private static String withFinalist(String specification) {
    return specification.replaceFirst(
        "}\\s*$", ", \"finalists\": {\"count\": 1, \"starts\": [\"scratch\"]}}");
  }

  private static List<TaskAssignment> exports(FakeWorker worker) {
    return worker.received().stream().filter(task -> task.work() instanceof Work.Export).toList();
  }

  private boolean isLatencyAfterSearch(TaskAssignment task) {
    return task.work() instanceof Work.MeasureLatency
        && service
            .get("/api/v1/search-jobs")
            .json()
            .at("/items/0/phase/name")
            .asString()
            .equals("FINALIZING");
  }

  private static String reusing(String supernet, String more) {
    return timed(more)
        .replace(
            "{\"dataset\"", "{\"supernet\": {\"artifact\": \"" + supernet + "\"}, \"dataset\"");
  }

  private static List<Work.MeasureLatency> latencies(FakeWorker worker) {
    return worker.received().stream()
        .map(TaskAssignment::work)
        .flatMap(
            work ->
                work instanceof Work.MeasureLatency latency
                    ? Stream.of(latency)
                    : Stream.<Work.MeasureLatency>empty())
        .toList();
  }

  private static long evaluations(FakeWorker worker) {
    return worker.received().stream().filter(task -> task.work() instanceof Work.Evaluate).count();
  }
}
