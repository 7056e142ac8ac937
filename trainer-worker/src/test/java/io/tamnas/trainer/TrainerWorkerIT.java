package io.tamnas.trainer;

import static org.assertj.core.api.Assertions.assertThat;

import io.tamnas.protocol.attack.AttackSettings;
import io.tamnas.protocol.attack.Budget;
import io.tamnas.protocol.attack.Start;
import io.tamnas.protocol.dataset.DatasetReference;
import io.tamnas.protocol.evaluation.NetworkProtocol;
import io.tamnas.protocol.evaluation.Split;
import io.tamnas.protocol.task.CheckpointReport;
import io.tamnas.protocol.task.HeartbeatAnswer.Instruction;
import io.tamnas.protocol.task.TaskAssignment;
import io.tamnas.protocol.task.Work;
import io.tamnas.protocol.training.CheckpointSelection;
import io.tamnas.protocol.training.CraftingStatistics;
import io.tamnas.protocol.training.InnerAttack;
import io.tamnas.protocol.training.Loss;
import io.tamnas.protocol.training.Mirror;
import io.tamnas.protocol.training.Optimizer;
import io.tamnas.protocol.training.Paths;
import io.tamnas.protocol.training.Schedule;
import io.tamnas.protocol.training.TrainingSettings;
import io.tamnas.worker.fake.FakeSearchService;
import io.tamnas.worker.fake.FakeSearchService.Call;
import io.tamnas.worker.fake.StartedWorker;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The trainer on the real engine, a few steps at a time. */
class TrainerWorkerIT {
  /** Several times as many as the training makes between two reports. */
  private static final int STEPS = 50;

  private static final Schedule SCHEDULE = new Schedule(Schedule.Kind.COSINE, 0.05);

  private static final String SPACE =
      "input=3x16x16 classes=10 stem=4/1"
          + " layers=8/1(shuffle3,xception@0.2,1.0),16/2(shuffle3@1.0) head=16";

  @TempDir static Path folder;
  private static FakeSearchService service;
  private static StartedWorker worker;
  private static long tasks;

  @BeforeAll
  static void start() throws IOException {
    service = new FakeSearchService();
    worker =
        new StartedWorker(
            TrainerWorker.class,
            service,
            folder,
            "tamnas.engine.threads=1",
            "tamnas.engine.device=cpu",
            "tamnas.checkpoint.interval=1ns");
  }

  @AfterAll
  static void stop() {
    worker.close();
    service.close();
  }

  @Test
  void trainsTheSameSupernetWhereverItIsResumed() {
    Call undisturbed = worker.outcome(training(newTask(), 1, null));
    String artifact = undisturbed.json().path("artifact").asString();
    assertThat(service.artifact(artifact)).isNotEmpty();
    assertThat(undisturbed.json().path("datasetDigest").asString()).hasSize(64);
    assertThat(service.calls("metrics")).isNotEmpty();

    CheckpointReport halfway = checkpoint(service.calls("checkpoints").getFirst());
    assertThat(halfway.step()).isLessThan(STEPS);
    Call resumed = worker.outcome(training(newTask(), 2, halfway));

    assertThat(resumed.json().path("artifact").asString()).isEqualTo(artifact);
  }

  @Test
  void letsGoOfAPausedTrainingAfterTheStepUnderWayAndGoesOnToTheSameSupernet() {
    String artifact = trained(null);
    UUID task = newTask();
    service.instruct(Instruction.PAUSE);
    TaskAssignment paused = training(task, 1, null);
    Call failure = worker.outcome(paused);
    service.instruct(Instruction.CONTINUE);

    assertThat(failure.json().path("failureClass").asString()).isEqualTo("PREEMPTED");
    List<CheckpointReport> safe =
        worker.calls(paused).stream()
            .filter(call -> call.what().equals("checkpoints"))
            .map(TrainerWorkerIT::checkpoint)
            .toList();
    assertThat(safe.getLast().step()).isLessThan(STEPS);
    Call resumed = worker.outcome(training(task, 2, safe.getLast()));

    assertThat(resumed.json().path("artifact").asString()).isEqualTo(artifact);
  }

  @Test
  void trainsTheSameSupernetWithoutAReadableCheckpoint() {
    String artifact = trained(null);
    String unreadable = service.keep("no tensors".getBytes(StandardCharsets.UTF_8));

    assertThat(trained(new CheckpointReport(unreadable, 20))).isEqualTo(artifact);
  }

  @Test
  void namesTheCheckpointThatIsMissing() {
    String missing = "d".repeat(64);

    Call failure = worker.outcome(training(newTask(), 2, new CheckpointReport(missing, 20)));

    assertThat(failure.json().path("failureClass").asString()).isEqualTo("INFRASTRUCTURE");
    assertThat(failure.json().path("reason").asString()).contains("at step 20", missing, "retry");
  }

  @Test
  void trainsTheSameFinalistWhereverItIsResumed() {
    Work.TrainSupernet supernet = work();
    Call begun = worker.outcome(assignment(newTask(), 1, supernet, null));
    Work.TrainSubnet work = finalist(supernet, begun);
    Call undisturbed = worker.outcome(assignment(newTask(), 1, work, null));
    assertThat(undisturbed.what()).as(undisturbed.body()).isEqualTo("result");
    assertThat(undisturbed.json().path("selected").path("images").asInt()).isEqualTo(32);

    CheckpointReport latest = checkpoint(service.calls("checkpoints").getLast());
    CheckpointReport halfway = checkpoint(ofFinalist(latest));
    Call resumed = worker.outcome(assignment(newTask(), 2, work, halfway));

    assertThat(halfway.step()).isLessThan(STEPS);
    assertThat(resumed.json()).isEqualTo(undisturbed.json());
  }

  /** The last checkpoint that is not of the end. */
  private static Call ofFinalist(CheckpointReport latest) {
    return service.calls("checkpoints").reversed().stream()
        .filter(call -> checkpoint(call).step() < latest.step())
        .findFirst()
        .orElseThrow();
  }

  private static Work.TrainSubnet finalist(Work.TrainSupernet supernet, Call begun) {
    AttackSettings pgd =
        new AttackSettings.Pgd(new Budget("8/255"), new Budget("2/255"), 2, 1, Start.RANDOM);
    NetworkProtocol protocol = new NetworkProtocol(Split.VALIDATION, pgd, 32, 16, 0, 1);
    return new Work.TrainSubnet(
        supernet.dataset(),
        begun.json().path("datasetDigest").asString(),
        SPACE,
        List.of(1, 0, 1, 0),
        begun.json().path("artifact").asString(),
        supernet.training(),
        new CheckpointSelection(15, protocol),
        null,
        1);
  }

  private static String trained(@Nullable CheckpointReport checkpoint) {
    Call outcome = worker.outcome(training(newTask(), 2, checkpoint));
    assertThat(outcome.what()).as(outcome.body()).isEqualTo("result");
    return outcome.json().path("artifact").asString();
  }

  @Test
  void saysWhichImagesTheSpaceDoesNotFit() {
    Work.TrainSupernet sound = work();
    String other = SPACE.replace("3x16x16", "3x32x32");
    var unfit = new Work.TrainSupernet(sound.dataset(), other, sound.training(), 1);

    Call failure = worker.outcome(assignment(newTask(), 1, unfit, null));

    assertThat(failure.json().path("failureClass").asString()).isEqualTo("INVALID");
    assertThat(failure.json().path("reason").asString()).contains("32").contains("shapes");
  }

  @Test
  void refusesDirectoriesOutsideOfTheDataRoot() {
    Work.TrainSupernet sound = work();
    var escaping = new DatasetReference("cifar10", "../elsewhere", 64, 1, null);
    var unfit = new Work.TrainSupernet(escaping, SPACE, sound.training(), 1);

    Call failure = worker.outcome(assignment(newTask(), 1, unfit, null));

    assertThat(failure.json().path("failureClass").asString()).isEqualTo("INVALID");
    assertThat(failure.json().path("reason").asString()).contains("dataset.directory");
  }

  @Test
  void saysInWhichStepATrainingDiverged() {
    var reckless = new Optimizer.Sgd(1e30, 0.9, 5e-4, 1e6);

    Call failure = worker.outcome(assignment(newTask(), 1, work(reckless, SCHEDULE), null));

    assertThat(failure.json().path("failureClass").asString()).isEqualTo("DIVERGED");
    assertThat(failure.json().path("reason").asString())
        .containsPattern("diverged in step [1-9][0-9]*: .* finite; ")
        .contains("a lower learning rate");
  }

  /** From about step 23 on, each weight's decay is more than twice the weight. */
  @Test
  void saysAfterWhichStepTheLastCheckpointOfADivergedTrainingIs() {
    var growing = new Optimizer.Sgd(5, 0, 0.9, 0.01);
    var slowly = new Schedule(Schedule.Kind.COSINE, 1);

    Call failure = worker.outcome(assignment(newTask(), 1, work(growing, slowly), null));

    assertThat(failure.json().path("failureClass").asString()).isEqualTo("DIVERGED");
    assertThat(failure.json().path("reason").asString())
        .containsPattern(
            "diverged in step [2-5][0-9]: .*; the last checkpoint is after step [2-5][0-9];");
  }

  private static UUID newTask() {
    tasks++;
    return new UUID(0, tasks);
  }

  private static CheckpointReport checkpoint(Call call) {
    return new CheckpointReport(
        call.json().path("artifact").asString(), call.json().path("step").asLong());
  }

  private static TaskAssignment training(
      UUID task, int attempt, @Nullable CheckpointReport checkpoint) {
    return assignment(task, attempt, work(), checkpoint);
  }

  private static TaskAssignment assignment(
      UUID task, int attempt, Work work, @Nullable CheckpointReport checkpoint) {
    return new TaskAssignment(task, attempt, new UUID(9, 9), 60, work, checkpoint);
  }

  private static Work.TrainSupernet work() {
    return work(new Optimizer.Sgd(0.1, 0.9, 5e-4, 5), SCHEDULE);
  }

  private static Work.TrainSupernet work(Optimizer optimizer, Schedule schedule) {
    var shapes = new DatasetReference.Shapes(16, 128, 32, 1);
    var dataset = new DatasetReference("shapes", null, 32, 1, shapes);
    var attack = new InnerAttack.FgsmRandomStart(new Budget("8/255"), new Budget("10/255"), 0);
    var augmentation = new TrainingSettings.Augmentation(2, Mirror.RANDOM, 0);
    var settings =
        new TrainingSettings(
            STEPS,
            16,
            new Loss.CrossEntropy(0),
            attack,
            CraftingStatistics.BATCH,
            0.7,
            0.3,
            new Paths(new Paths.Uniform(), 1, 1, new Paths.Own()),
            optimizer,
            schedule,
            0,
            0,
            augmentation);
    return new Work.TrainSupernet(dataset, SPACE, settings, 3);
  }
}
