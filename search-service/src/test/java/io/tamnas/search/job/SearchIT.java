package io.tamnas.search.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tamnas.protocol.evaluation.MaskingSign;
import io.tamnas.protocol.task.TaskAssignment;
import io.tamnas.protocol.task.TaskKind;
import io.tamnas.protocol.task.TaskResult.SubnetMeasured;
import io.tamnas.search.support.Database;
import io.tamnas.search.support.FakeWorker;
import io.tamnas.search.support.MadeUp;
import io.tamnas.search.support.RunningService;
import io.tamnas.search.support.Service;
import io.tamnas.search.support.Submitted;
import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class SearchIT {

  @RegisterExtension static final RunningService RUNNING = new RunningService();

  private final Service service = RUNNING.service();

  @Test
  void runsFromSubmissionToFront() {
    try (FakeWorker worker = worker("one")) {
      Submitted job = Submitted.to(service, Submitted.SMALL).reaches("SUCCEEDED");

      JsonNode status = job.status();
      assertThat(status.get("progress").asDouble()).isEqualTo(1);
      assertThat(status.get("generation").asInt()).isEqualTo(3);
      assertThat(status.get("datasetDigest").asString()).isEqualTo(MadeUp.DATASET_DIGEST);
      assertThat(status.get("endedAt").isNull()).isFalse();
      assertThat(genotypes(worker)).doesNotHaveDuplicates().hasSize(status.get("measured").asInt());
      assertFront(job.front());
    }
  }

  private static void assertFront(JsonNode front) {
    assertThat(front.get("individuals").size()).as(front.toPrettyString()).isGreaterThan(1);
    JsonNode best = front.get("individuals").get(0);
    assertThat(best.at("/genotype/text").asString()).contains("@");
    assertThat(best.get("rank").asInt()).isEqualTo(1);
    assertThat(best.get("warnings")).isEmpty();
    assertThat(best.at("/clean/interval/0").asDouble())
        .isLessThan(best.at("/clean/accuracy").asDouble());
    assertThat(front.at("/protocol/text").asString()).contains("PGD-10, ε 8/255");
    assertThat(front.at("/protocol/numericEnvironment").asString()).isEqualTo("test");
    assertThat(front.at("/objectives/0/direction").asString()).isEqualTo("maximize");
  }

  @Test
  void keepsEachGeneration() {
    try (FakeWorker worker = worker("one")) {
      Submitted job = Submitted.to(service, Submitted.SMALL).reaches("SUCCEEDED");

      JsonNode items = service.get(job.path() + "/generations").json().get("items");
      assertThat(items).hasSize(4);
      double before = 0;
      for (JsonNode item : items) {
        assertThat(item.get("evaluated").asInt()).isEqualTo(8);
        assertThat(item.get("hypervolume").asDouble()).isGreaterThanOrEqualTo(before);
        before = item.get("hypervolume").asDouble();
      }
      JsonNode last = service.get(job.path() + "/generations/3").json();
      assertThat(last.get("individuals")).hasSize(8);
      assertThat(service.get(job.path() + "/generations/4").problem()).isEqualTo("not-found");
      assertThat(worker.received()).isNotEmpty();
    }
  }

  @Test
  void tellsTheFrontAndTheCountAtEveryMomentAndTagsTheFront() {
    AtomicReference<Submitted> job = new AtomicReference<>();
    Map<String, Set<String>> fronts = new ConcurrentHashMap<>();
    List<Integer> measured = new CopyOnWriteArrayList<>();
    FakeWorker.Behaviour looking =
        (self, task) -> {
          Submitted followed = job.get();
          if (followed != null && task.work().kind() == TaskKind.EVALUATE) {
            Service.Answer front = service.get(followed.path() + "/front");
            fronts
                .computeIfAbsent(front.header("ETag"), tag -> ConcurrentHashMap.newKeySet())
                .add(front.text());
            measured.add(followed.status().get("measured").asInt());
          }
          return MadeUp.outcome(self, task);
        };
    try (FakeWorker worker = new FakeWorker("looking", () -> service, looking)) {
      Submitted submitted = Submitted.to(service, Submitted.SMALL);
      job.set(submitted);
      worker.start();
      submitted.reaches("SUCCEEDED");

      assertThat(measured).isEqualTo(IntStream.range(0, measured.size()).boxed().toList());
      assertThat(fronts.values())
          .hasSizeGreaterThan(8)
          .allSatisfy(same -> assertThat(same).hasSize(1));
      assertUnchanged(submitted.path() + "/front");
    }
  }

  private void assertUnchanged(String front) {
    String tag = service.get(front).header("ETag");
    HttpRequest.Builder again =
        HttpRequest.newBuilder(service.uri(front)).header("If-None-Match", tag).GET();
    assertThat(service.send(again).status()).isEqualTo(304);
    assertThat(service.send(again.setHeader("If-None-Match", "W/\"0\"")).status()).isEqualTo(200);
  }

  @Test
  void findsTheSameFrontWithTwoWorkersAsWithOne() {
    String first;
    try (FakeWorker worker = worker("one")) {
      first =
          Submitted.to(service, Submitted.SMALL)
              .reaches("SUCCEEDED")
              .front()
              .get("individuals")
              .toString();
      assertThat(worker.received()).isNotEmpty();
    }
    RUNNING
        .database()
        .truncate(
            "measurement", "individual", "survivor", "baseline_subnet", "reevaluation_subnet");
    try (FakeWorker one = worker("two");
        FakeWorker two = worker("three")) {
      Submitted job = Submitted.to(service, Submitted.SMALL).reaches("SUCCEEDED");

      assertThat(job.front().get("individuals")).hasToString(first);
      assertThat(one.received()).isNotEmpty();
      assertThat(two.received()).isNotEmpty();
    }
  }

  @Test
  void measuresNothingAgainAndAdvancesAtOnceWhereAllIsKnown() {
    try (FakeWorker worker = worker("one")) {
      Submitted first = Submitted.to(service, Submitted.SMALL).reaches("SUCCEEDED");
      int before = worker.received().size();

      Submitted second = Submitted.to(service, reusing(first.status().get("supernet").asString()));

      assertThat(second.state()).isEqualTo("SUCCEEDED");
      assertThat(second.front().get("individuals")).isEqualTo(first.front().get("individuals"));
      assertThat(worker.received()).hasSize(before);
    }
  }

  @Test
  void warnsOfMaskedGradientsWhereverASubnetIsShown() {
    FakeWorker.Behaviour masking =
        (self, task) ->
            MadeUp.outcome(self, task) instanceof SubnetMeasured measured
                ? new SubnetMeasured(
                    measured.images(),
                    measured.cleanCorrect(),
                    measured.adversarialCorrect(),
                    Set.of(MaskingSign.SQUARE_BEATS_GRADIENT, MaskingSign.ZERO_GRADIENTS),
                    measured.datasetDigest(),
                    measured.numericEnvironment())
                : MadeUp.outcome(self, task);
    try (FakeWorker worker = new FakeWorker("masking", () -> service, masking).start()) {
      Submitted job = Submitted.to(service, Submitted.SMALL).reaches("SUCCEEDED");

      assertThat(job.front().at("/protocol/maskingImages").asInt()).isEqualTo(32);
      JsonNode generation = service.get(job.path() + "/generations/1").json();
      for (JsonNode shown : List.of(job.front(), generation)) {
        JsonNode warnings = shown.at("/individuals/0/warnings");
        assertThat(warnings.at("/0/sign").asString()).isEqualTo("zero-gradients");
        assertThat(warnings.at("/1/sign").asString()).isEqualTo("square-beats-gradient");
        assertThat(warnings.at("/1/text").asString()).contains("autoattack");
      }
      assertThat(worker.received()).isNotEmpty();
    }
  }

  @Test
  void measuresAgainInAnotherNumericEnvironment() {
    String supernet;
    try (FakeWorker worker = worker("one")) {
      supernet =
          Submitted.to(service, Submitted.SMALL)
              .reaches("SUCCEEDED")
              .status()
              .get("supernet")
              .asString();
      assertThat(worker.received()).isNotEmpty();
    }
    try (FakeWorker other =
        new FakeWorker("one", () -> service, MadeUp::outcome).environment("other").start()) {
      Submitted.to(service, reusing(supernet)).reaches("SUCCEEDED");

      assertThat(genotypes(other)).isNotEmpty();
    }
  }

  @Test
  void refusesSupernetsThatDoNotFit() {
    try (FakeWorker worker = worker("one")) {
      String supernet =
          Submitted.to(service, Submitted.SMALL)
              .reaches("SUCCEEDED")
              .status()
              .get("supernet")
              .asString();

      assertMisfit(reusing("0".repeat(64)), "no supernet");
      assertMisfit(
          reusing(supernet).replace("\"tam-nano\"", "\"tam-nano\", \"scales\": [0.2, 1.0]"),
          "search space");
      assertMisfit(
          reusing(supernet).replace("\"shapes\"}", "\"shapes\", \"splitSeed\": 7}"), "data set");
      assertThat(worker.received()).isNotEmpty();
    }
  }

  private void assertMisfit(String specification, String reason) {
    Service.Answer answer = service.post("/api/v1/search-jobs", specification);
    assertThat(answer.status()).as(answer.text()).isEqualTo(422);
    assertThat(answer.problem()).isEqualTo("invalid-specification");
    JsonNode violation = answer.json().get("violations").get(0);
    assertThat(violation.get("pointer").asString()).isEqualTo("/supernet/artifact");
    assertThat(violation.get("detail").asString()).contains(reason);
  }

  @Test
  void showsOnlyFeasibleSubnetsOnTheFront() {
    try (FakeWorker worker = worker("one")) {
      Submitted job =
          Submitted.to(
                  service,
                  """
                  {"dataset": {"name": "shapes"}, "search": {"population": 8, "generations": 2,
                    "constraints": {"maxParameters": 17000}}}
                  """)
              .reaches("SUCCEEDED");

      for (JsonNode one : job.front().get("individuals")) {
        assertThat(one.get("parameters").asLong()).isLessThanOrEqualTo(17_000);
      }
      assertThat(worker.received()).isNotEmpty();
    }
  }

  @Test
  void tellsWhereItIsWhileItTrains() {
    try (FakeWorker trainer = new FakeWorker("slow", () -> service, (self, task) -> null).start()) {
      Submitted job = Submitted.to(service, Submitted.SMALL).reaches("TRAINING_SUPERNET");
      await().until(() -> !trainer.received().isEmpty());
      TaskAssignment task = trainer.received().getFirst();
      String attempt = "/api/v1/tasks/" + task.task() + "/attempts/1";
      service.postAsWorker(attempt + "/heartbeat", Map.of("progress", 0.5));

      JsonNode status = job.status();

      assertThat(status.at("/phase/name").asString()).isEqualTo("TRAINING_SUPERNET");
      assertThat(status.at("/phase/progress").asDouble()).isEqualTo(0.5);
      assertThat(status.get("progress").asDouble()).isBetween(0.1, 0.5);
      assertThat(status.at("/phase/timeLeftSeconds").isNull()).isFalse();
      assertThat(job.front().get("individuals")).isEmpty();
    }
  }

  @Test
  void dispatchesTheNextTaskBecauseOneHasEnded(@TempDir Path artifacts) {
    try (Service patient =
            Service.start(
                Database.create(),
                artifacts,
                "tamnas.dispatch.tick=10m",
                "tamnas.dispatch.sweep=10m");
        FakeWorker worker = new FakeWorker("one", () -> patient, MadeUp::outcome).start()) {
      Submitted.to(patient, Submitted.SMALL).reaches("SUCCEEDED");

      assertThat(worker.received()).isNotEmpty();
    }
  }

  private FakeWorker worker(String id) {
    return new FakeWorker(id, () -> service, MadeUp::outcome).start();
  }

  private static String reusing(String supernet) {
    return Submitted.SMALL.replace(
        "{\"dataset\"", "{\"supernet\": {\"artifact\": \"" + supernet + "\"}, \"dataset\"");
  }

  private static List<Object> genotypes(FakeWorker worker) {
    return worker.received().stream()
        .map(TaskAssignment::work)
        .filter(work -> work.kind() == TaskKind.EVALUATE)
        .map(Object.class::cast)
        .toList();
  }
}
