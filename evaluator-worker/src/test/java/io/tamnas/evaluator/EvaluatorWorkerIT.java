package io.tamnas.evaluator;

import static org.assertj.core.api.Assertions.assertThat;

import io.tamnas.nets.dataset.Dataset;
import io.tamnas.nets.dataset.DatasetSource;
import io.tamnas.nets.dataset.Datasets;
import io.tamnas.nets.dataset.Division;
import io.tamnas.nets.training.Augmentation;
import io.tamnas.nets.training.CraftingStatistics;
import io.tamnas.nets.training.InnerAttack;
import io.tamnas.nets.training.Loss;
import io.tamnas.nets.training.Mirror;
import io.tamnas.nets.training.Optimizer;
import io.tamnas.nets.training.Paths;
import io.tamnas.nets.training.Schedule;
import io.tamnas.nets.training.SupernetTraining;
import io.tamnas.nets.training.TrainingObserver;
import io.tamnas.nets.training.TrainingRecipe;
import io.tamnas.protocol.attack.AttackSettings;
import io.tamnas.protocol.attack.Budget;
import io.tamnas.protocol.attack.Start;
import io.tamnas.protocol.dataset.DatasetReference;
import io.tamnas.protocol.evaluation.EvaluationProtocol;
import io.tamnas.protocol.task.TaskAssignment;
import io.tamnas.protocol.task.Work;
import io.tamnas.space.SearchSpace;
import io.tamnas.worker.fake.FakeSearchService;
import io.tamnas.worker.fake.FakeSearchService.Call;
import io.tamnas.worker.fake.StartedWorker;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The evaluator on the real engine, with a supernet of a few steps. */
class EvaluatorWorkerIT {
  private static final SearchSpace SPACE =
      SearchSpace.parse(
          "input=3x16x16 classes=10 stem=4/1"
              + " layers=8/1(shuffle3,xception@0.2,1.0),16/2(shuffle3@1.0) head=16");
  private static final DatasetReference SHAPES =
      new DatasetReference("shapes", null, 32, 1, new DatasetReference.Shapes(16, 128, 32, 1));
  private static final Dataset DATASET =
      Datasets.open(new DatasetSource.Shapes(16, 128, 32, 1), new Division(32, 1));

  @TempDir static Path folder;
  private static FakeSearchService service;
  private static StartedWorker worker;
  private static String supernet;
  private static long tasks;

  @BeforeAll
  static void start() throws IOException {
    service = new FakeSearchService();
    worker =
        new StartedWorker(
            EvaluatorWorker.class,
            service,
            folder,
            "tamnas.engine.threads=1",
            "tamnas.engine.device=cpu");
    Path trained = Files.createDirectory(folder.resolve("trained"));
    var training = new SupernetTraining(SPACE, DATASET, recipe(), 3);
    Path file = training.train(new Undisturbed(), trained, Optional.empty()).file();
    supernet = service.keep(Files.readAllBytes(file));
  }

  @AfterAll
  static void stop() {
    worker.close();
    service.close();
  }

  @Test
  void measuresTheSameCountsAgain() {
    Call first = worker.outcome(evaluation(DATASET.digest(), List.of(1, 0, 1, 0)));
    Call again = worker.outcome(evaluation(DATASET.digest(), List.of(1, 0, 1, 0)));

    assertThat(first.what()).as(first.body()).isEqualTo("result");
    assertThat(first.json().path("images").asInt()).isEqualTo(32);
    assertThat(first.json().path("datasetDigest").asString()).isEqualTo(DATASET.digest());
    assertThat(first.json().path("numericEnvironment").asString()).contains("threads 1");
    assertThat(again.body()).isEqualTo(first.body());
  }

  @Test
  void measuresInTheNumericEnvironmentThatItRegistered() {
    Call result = worker.outcome(evaluation(DATASET.digest(), List.of(0, 0, 0, 0)));

    Call registration = service.calls("worker-1").getFirst();
    assertThat(result.json().path("numericEnvironment"))
        .isEqualTo(registration.json().path("numericEnvironment"));
  }

  @Test
  void downloadsASupernetOnce() {
    worker.outcome(evaluation(DATASET.digest(), List.of(0, 0, 1, 0)));
    worker.outcome(evaluation(DATASET.digest(), List.of(1, 0, 0, 0)));

    assertThat(service.calls(supernet)).hasSize(1);
  }

  @Test
  void showsSubnetsOneAnothersAdversarialImages() {
    List<List<Integer>> genotypes = List.of(List.of(1, 0, 1, 0), List.of(0, 0, 0, 0));

    Call result = worker.outcome(transfer(genotypes, protocol()));

    assertThat(result.what()).as(result.body()).isEqualTo("result");
    JsonNode counts = result.json();
    assertThat(counts.path("kind").asString()).isEqualTo("TRANSFER_MATRIX");
    assertThat(counts.path("images").asInt()).isEqualTo(32);
    assertThat(counts.path("datasetDigest").asString()).isEqualTo(DATASET.digest());
    for (int i = 0; i < 2; i++) {
      JsonNode alone = worker.outcome(evaluation(DATASET.digest(), genotypes.get(i))).json();
      assertThat(counts.path("cleanCorrect").path(i)).isEqualTo(alone.path("cleanCorrect"));
      assertThat(counts.path("correct").path(i).path(i))
          .isEqualTo(alone.path("adversarialCorrect"));
    }
    assertThat(worker.outcome(transfer(genotypes, protocol())).body()).isEqualTo(result.body());
  }

  @Test
  void refusesToTransferTheImagesOfSeveralRuns() {
    var often =
        new AttackSettings.Pgd(new Budget("8/255"), new Budget("2/255"), 2, 3, Start.RANDOM);
    var protocol = new EvaluationProtocol(often, 32, 16, 32, 16, 0, 5);

    Call failure = worker.outcome(transfer(List.of(List.of(0, 0, 0, 0)), protocol));

    assertThat(failure.json().path("failureClass").asString()).isEqualTo("INVALID");
    assertThat(failure.json().path("reason").asString()).contains("one run", "makes 3");
  }

  @Test
  void refusesOtherImagesThanTheSupernetSaw() {
    String other = "f".repeat(64);

    Call failure = worker.outcome(evaluation(other, List.of(0, 0, 0, 0)));

    assertThat(failure.json().path("failureClass").asString()).isEqualTo("INVALID");
    assertThat(failure.json().path("reason").asString()).contains(other).contains(DATASET.digest());
  }

  @Test
  void refusesAGenotypeOfAnotherSpace() {
    Call failure = worker.outcome(evaluation(DATASET.digest(), List.of(0, 5, 0, 0)));

    assertThat(failure.json().path("failureClass").asString()).isEqualTo("INVALID");
    assertThat(failure.json().path("reason").asString()).contains("genotype");
  }

  @Test
  void saysThatTheServiceHasNoSuchSupernet() {
    String missing = "e".repeat(64);
    Work.Evaluate work =
        new Work.Evaluate(
            SHAPES, DATASET.digest(), SPACE.text(), missing, List.of(0, 0, 0, 0), protocol());

    Call failure = worker.outcome(assignment(work));

    assertThat(failure.json().path("failureClass").asString()).isEqualTo("INVALID");
    assertThat(failure.json().path("reason").asString()).contains(missing);
  }

  private static TaskAssignment evaluation(String digest, List<Integer> genotype) {
    return assignment(
        new Work.Evaluate(SHAPES, digest, SPACE.text(), supernet, genotype, protocol()));
  }

  private static TaskAssignment transfer(
      List<List<Integer>> genotypes, EvaluationProtocol protocol) {
    return assignment(
        new Work.TransferMatrix(
            SHAPES, DATASET.digest(), SPACE.text(), supernet, genotypes, protocol));
  }

  private static TaskAssignment assignment(Work work) {
    tasks++;
    return new TaskAssignment(new UUID(0, tasks), 1, new UUID(9, 9), 60, work, null);
  }

  private static EvaluationProtocol protocol() {
    var pgd = new AttackSettings.Pgd(new Budget("8/255"), new Budget("2/255"), 2, 1, Start.RANDOM);
    return new EvaluationProtocol(pgd, 32, 16, 32, 16, 8, 5);
  }

  private static TrainingRecipe recipe() {
    return new TrainingRecipe(
        3,
        16,
        new Loss.CrossEntropy(0),
        new InnerAttack.FgsmRandomStart(8 / 255.0, 10 / 255.0, 0),
        CraftingStatistics.BATCH,
        0.7,
        0.3,
        Paths.single(),
        new Optimizer.Sgd(0.1, 0.9, 5e-4, 5),
        new Schedule(Schedule.Kind.COSINE, 0.05),
        0,
        0,
        new Augmentation(2, Mirror.RANDOM, 0));
  }

  private static final class Undisturbed implements TrainingObserver {
    @Override
    public void onMetrics(long step, Map<String, Double> metrics) {}

    @Override
    public boolean wantsCheckpoint() {
      return false;
    }

    @Override
    public void onCheckpoint(long step, Path file) {}

    @Override
    public void checkContinue() {}

    @Override
    public void onProgress(double share) {}
  }
}
