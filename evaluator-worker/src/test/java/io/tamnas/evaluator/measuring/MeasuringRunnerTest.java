package io.tamnas.evaluator.measuring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tamnas.evaluator.dataset.NamedDatasets;
import io.tamnas.nets.dataset.Dataset;
import io.tamnas.nets.dataset.DatasetSource;
import io.tamnas.nets.dataset.Datasets;
import io.tamnas.nets.dataset.Division;
import io.tamnas.nets.dataset.InvalidDatasetException;
import io.tamnas.nets.engine.DeviceChoice;
import io.tamnas.nets.engine.Engines;
import io.tamnas.nets.training.Augmentation;
import io.tamnas.nets.training.CheckpointSelection;
import io.tamnas.nets.training.CraftingStatistics;
import io.tamnas.nets.training.FinalistRecipe;
import io.tamnas.nets.training.FinalistTraining;
import io.tamnas.nets.training.Guidance;
import io.tamnas.nets.training.InnerAttack;
import io.tamnas.nets.training.Loss;
import io.tamnas.nets.training.Mirror;
import io.tamnas.nets.training.Optimizer;
import io.tamnas.nets.training.Origin;
import io.tamnas.nets.training.Paths;
import io.tamnas.nets.training.Schedule;
import io.tamnas.nets.training.TrainedFinalist;
import io.tamnas.nets.training.TrainingObserver;
import io.tamnas.nets.training.TrainingRecipe;
import io.tamnas.protocol.attack.AttackSettings;
import io.tamnas.protocol.attack.Budget;
import io.tamnas.protocol.dataset.DatasetReference;
import io.tamnas.protocol.evaluation.EvaluationProtocol;
import io.tamnas.protocol.evaluation.NetworkProtocol;
import io.tamnas.protocol.evaluation.Split;
import io.tamnas.protocol.task.FailureClass;
import io.tamnas.protocol.task.TaskResult;
import io.tamnas.protocol.task.Work;
import io.tamnas.space.Genotype;
import io.tamnas.space.SearchSpace;
import io.tamnas.worker.dataset.DataProperties;
import io.tamnas.worker.dataset.DataRoot;
import io.tamnas.worker.identity.WorkerDescription;
import io.tamnas.worker.task.TaskFailedException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MeasuringRunnerTest {
  private static final Dataset DATASET =
      Datasets.open(new DatasetSource.Shapes(16, 32, 16, 1), new Division(16, 1));

  private static final String SPACE =
      "input=3x16x16 classes=10 stem=4/1 layers=8/1(shuffle3,xception@1.0) head=16";

  /** Under which the context finds what was trained. */
  private static final String NETWORK = "finalist.tamnas";

  @TempDir Path folder;
  private Files files;
  private MeasuringRunner runner;

  @BeforeEach
  void open() {
    files = new Files(DataRoot.of(new DataProperties(folder, null, Map.of())));
    runner =
        new MeasuringRunner(new Measurings(files), new WorkerDescription("cpu", "1", "anything"));
  }

  @Test
  void keepsNothingAfterMemoryDidNotSufficeForLoading() {
    refuse("mnist");

    assertThatThrownBy(() -> run("svhn")).isInstanceOf(OutOfMemoryError.class);
    refuse("mnist");

    assertThat(files.read).containsExactly("mnist", "svhn", "mnist");
  }

  @Test
  void keepsWhatItHasAfterAFailureThatIsExpected() {
    refuse("mnist");
    refuse("mnist");

    assertThat(files.read).containsExactly("mnist");
  }

  @Test
  void passesOnWhatToDoAboutDamagedImages() {
    assertThatThrownBy(() -> run("cifar10"))
        .isInstanceOfSatisfying(
            TaskFailedException.class,
            failed -> assertThat(failed.failureClass()).isEqualTo(FailureClass.INFRASTRUCTURE))
        .hasMessage("images.packed is damaged; delete the file, it is made anew");
  }

  @Test
  void measuresANetworkOfItsOwn() {
    TrainedFinalist trained = train();

    TaskResult result = runner.run(validation(DATASET.digest()), new QuietContext(folder));

    assertThat(result)
        .isEqualTo(
            new TaskResult.NetworkMeasured(
                16,
                trained.selected().cleanCorrect(),
                trained.selected().adversarialCorrect(),
                Set.of(),
                DATASET.digest(),
                "anything"));
  }

  @Test
  void refusesANetworkOfOtherRecordsNamingBoth() {
    train();

    assertInvalid(validation("b".repeat(64)), DATASET.digest(), "b".repeat(64));
  }

  @Test
  void refusesWhatIsNoNetworkOfThatGenotype() {
    train();
    Work.Validate sound = validation(DATASET.digest());

    assertInvalid(
        new Work.Validate(
            sound.dataset(),
            sound.datasetDigest(),
            SPACE,
            List.of(1, 0),
            NETWORK,
            sound.protocol()),
        "finalist.tamnas",
        "wanted");
  }

  private void assertInvalid(Work work, String... words) {
    assertThatThrownBy(() -> runner.run(work, new QuietContext(folder)))
        .isInstanceOfSatisfying(
            TaskFailedException.class,
            failed -> assertThat(failed.failureClass()).isEqualTo(FailureClass.INVALID))
        .hasMessageContainingAll(words);
  }

  /** A step, after which a single look is taken with the protocol of the validation. */
  private TrainedFinalist train() {
    Engines.configure(1, DeviceChoice.CPU);
    var training =
        new TrainingRecipe(
            1,
            4,
            new Loss.CrossEntropy(0),
            new InnerAttack.FgsmRandomStart(0, 0, 0),
            CraftingStatistics.RUNNING,
            0,
            0,
            Paths.single(),
            new Optimizer.Sgd(0.1, 0.9, 0, 5),
            new Schedule(Schedule.Kind.COSINE, 0),
            0,
            0,
            new Augmentation(0, Mirror.NEVER, 0));
    var selection = new CheckpointSelection(1, Protocols.of(protocol()));
    var recipe =
        new FinalistRecipe(training, new Origin.Scratch(), new Guidance.Labels(), selection);
    return new FinalistTraining(
            SearchSpace.parse(SPACE), new Genotype(List.of(0, 0)), DATASET, recipe, 1)
        .train(new DeafObserver(), folder, Optional.empty());
  }

  private static Work.Validate validation(String digest) {
    var reference = new DatasetReference("mnist", null, 16, 1, null);
    return new Work.Validate(reference, digest, SPACE, List.of(0, 0), NETWORK, protocol());
  }

  private static NetworkProtocol protocol() {
    return new NetworkProtocol(
        Split.VALIDATION, new AttackSettings.Fgsm(new Budget("8/255")), 16, 16, 0, 1);
  }

  /** The images are there, but no space fits them. */
  private void refuse(String dataset) {
    assertThatThrownBy(() -> run(dataset)).isInstanceOf(TaskFailedException.class);
  }

  private void run(String dataset) {
    var reference = new DatasetReference(dataset, null, 16, 1, null);
    var protocol =
        new EvaluationProtocol(new AttackSettings.Fgsm(new Budget("8/255")), 16, 16, 16, 16, 0, 1);
    var work =
        new Work.Evaluate(
            reference,
            DATASET.digest(),
            "input=1x28x28 classes=10 stem=4/1 layers=8/1(shuffle3@1.0) head=16",
            "a".repeat(64),
            List.of(0, 0),
            protocol);
    runner.run(work, new QuietContext(folder));
  }

  private static final class DeafObserver implements TrainingObserver {
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

  private static final class Files extends NamedDatasets {
    private final List<String> read = new ArrayList<>();

    Files(DataRoot root) {
      super(root);
    }

    @Override
    public Dataset open(DatasetReference reference, Runnable goOn) {
      read.add(reference.name());
      return switch (reference.name()) {
        case "svhn" -> throw new OutOfMemoryError("made up");
        case "cifar10" ->
            throw new InvalidDatasetException(
                "images.packed is damaged; delete the file, it is made anew");
        default -> DATASET;
      };
    }
  }
}
