package io.tamnas.trainer.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tamnas.nets.dataset.Dataset;
import io.tamnas.nets.dataset.DatasetSource;
import io.tamnas.nets.dataset.Datasets;
import io.tamnas.nets.dataset.Division;
import io.tamnas.nets.engine.DeviceChoice;
import io.tamnas.nets.engine.Engines;
import io.tamnas.protocol.attack.AttackSettings;
import io.tamnas.protocol.attack.Budget;
import io.tamnas.protocol.attack.Start;
import io.tamnas.protocol.dataset.DatasetReference;
import io.tamnas.protocol.evaluation.NetworkProtocol;
import io.tamnas.protocol.evaluation.Split;
import io.tamnas.protocol.task.FailureClass;
import io.tamnas.protocol.task.TaskResult;
import io.tamnas.protocol.task.Work;
import io.tamnas.protocol.training.CheckpointSelection;
import io.tamnas.protocol.training.CraftingStatistics;
import io.tamnas.protocol.training.Distillation;
import io.tamnas.protocol.training.InnerAttack;
import io.tamnas.protocol.training.Loss;
import io.tamnas.protocol.training.Mirror;
import io.tamnas.protocol.training.Optimizer;
import io.tamnas.protocol.training.Paths;
import io.tamnas.protocol.training.Schedule;
import io.tamnas.protocol.training.TrainingSettings;
import io.tamnas.trainer.dataset.NamedDatasets;
import io.tamnas.worker.dataset.DataProperties;
import io.tamnas.worker.dataset.DataRoot;
import io.tamnas.worker.identity.WorkerDescription;
import io.tamnas.worker.task.TaskFailedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FinalistRunnerTest {
  private static final Dataset DATASET =
      Datasets.open(new DatasetSource.Shapes(16, 32, 16, 1), new Division(16, 1));
  private static final String SPACE =
      "input=3x16x16 classes=10 stem=4/1 layers=8/1(shuffle3,xception@0.4,1.0) head=16";

  /** Under which the context finds a file that the test has put there. */
  private static final String ARTIFACT = "artifact.tamnas";

  private static final TrainingSettings SETTINGS =
      settings(new Paths(new Paths.Uniform(), 1, 1, new Paths.Own()));
  private static final CheckpointSelection SELECTION = selection(Split.VALIDATION);

  @TempDir Path folder;
  private FinalistRunner runner;

  @BeforeEach
  void open() {
    Engines.configure(1, DeviceChoice.CPU);
    runner =
        new FinalistRunner(
            new Shapes(DataRoot.of(new DataProperties(folder, null, Map.of()))),
            new WorkerDescription("cpu", "1", "anything"));
  }

  @Test
  void trainsASubnetFromScratch() {
    TaskResult.SubnetTrained trained = train(work(null, null));

    assertThat(trained.artifact()).isEqualTo("a".repeat(64));
    assertThat(trained.step()).isBetween(1, 3);
    assertThat(trained.selected().images()).isEqualTo(16);
    assertThat(trained.selected().datasetDigest()).isEqualTo(DATASET.digest());
    assertThat(trained.selected().numericEnvironment()).isEqualTo("anything");
  }

  @Test
  void learnsFromATeacherThatItTrained() throws IOException {
    train(work(null, null));
    Files.move(folder.resolve("finalist.tamnas"), folder.resolve(ARTIFACT));

    TaskResult.SubnetTrained student =
        train(work(null, new Distillation(ARTIFACT, SPACE, List.of(1, 1), 0.5)));

    assertThat(student.selected().images()).isEqualTo(16);
  }

  @Test
  void refusesOtherRecordsNamingBoth() {
    Work.TrainSubnet sound = work(null, null);
    String other = "b".repeat(64);

    assertInvalid(
        new Work.TrainSubnet(
            sound.dataset(), other, SPACE, sound.genotype(), null, SETTINGS, SELECTION, null, 1),
        DATASET.digest(),
        other);
  }

  @Test
  void refusesFewerTestImagesThanAreValidatedOnBeforeItTrains() {
    Work.TrainSubnet sound = work(null, null);

    assertInvalid(
        new Work.TrainSubnet(
            sound.dataset(),
            sound.datasetDigest(),
            SPACE,
            sound.genotype(),
            null,
            SETTINGS,
            SELECTION,
            null,
            1,
            17),
        "validated on 17 test images",
        "has 16");
  }

  @Test
  void refusesWhatIsNoSupernet() throws IOException {
    Files.writeString(folder.resolve(ARTIFACT), "no tensors");

    assertInvalid(work(ARTIFACT, null), "artifact.tamnas: is no file of tensors");
  }

  @Test
  void refusesATeacherOfAnotherGenotype() throws IOException {
    train(work(null, null));
    Files.move(folder.resolve("finalist.tamnas"), folder.resolve(ARTIFACT));

    assertInvalid(
        work(null, new Distillation(ARTIFACT, SPACE, List.of(0, 0), 0.5)), "artifact.tamnas");
  }

  @Test
  void refusesSettingsThatFitNoNetworkOfItsOwn() {
    Work.TrainSubnet sound = work(null, null);
    TrainingSettings two = settings(new Paths(new Paths.Uniform(), 2, 1, new Paths.Own()));

    assertInvalid(with(sound, List.of(2, 0), SETTINGS, SELECTION), "genes/0");
    assertInvalid(with(sound, sound.genotype(), two, SELECTION), "has one path");
    assertInvalid(
        with(sound, sound.genotype(), SETTINGS, selection(Split.TEST)), "validation images alone");
  }

  private void assertInvalid(Work work, String... words) {
    assertThatThrownBy(() -> runner.run(work, new QuietContext(folder)))
        .isInstanceOfSatisfying(
            TaskFailedException.class,
            failed -> assertThat(failed.failureClass()).isEqualTo(FailureClass.INVALID))
        .hasMessageContainingAll(words);
  }

  private TaskResult.SubnetTrained train(Work.TrainSubnet work) {
    return (TaskResult.SubnetTrained) runner.run(work, new QuietContext(folder));
  }

  private static Work.TrainSubnet work(
      @Nullable String supernet, @Nullable Distillation distillation) {
    return new Work.TrainSubnet(
        new DatasetReference("shapes", null, 16, 1, null),
        DATASET.digest(),
        SPACE,
        List.of(1, 1),
        supernet,
        SETTINGS,
        SELECTION,
        distillation,
        1);
  }

  private static Work.TrainSubnet with(
      Work.TrainSubnet work,
      List<Integer> genotype,
      TrainingSettings settings,
      CheckpointSelection selection) {
    return new Work.TrainSubnet(
        work.dataset(),
        work.datasetDigest(),
        work.space(),
        genotype,
        null,
        settings,
        selection,
        null,
        work.seed());
  }

  private static CheckpointSelection selection(Split split) {
    AttackSettings pgd =
        new AttackSettings.Pgd(new Budget("8/255"), new Budget("2/255"), 2, 1, Start.RANDOM);
    return new CheckpointSelection(2, new NetworkProtocol(split, pgd, 16, 8, 0, 1));
  }

  private static TrainingSettings settings(Paths paths) {
    return new TrainingSettings(
        3,
        4,
        new Loss.CrossEntropy(0),
        new InnerAttack.FgsmRandomStart(new Budget("8/255"), new Budget("10/255"), 0),
        CraftingStatistics.RUNNING,
        0,
        0,
        paths,
        new Optimizer.Sgd(0.1, 0.9, 0, 5),
        new Schedule(Schedule.Kind.COSINE, 0),
        0,
        0,
        new TrainingSettings.Augmentation(0, Mirror.NEVER, 0));
  }

  private static final class Shapes extends NamedDatasets {
    Shapes(DataRoot root) {
      super(root);
    }

    @Override
    public Dataset open(DatasetReference reference, Runnable goOn) {
      return DATASET;
    }
  }
}
