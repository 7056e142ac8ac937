package io.tamnas.evaluator.measuring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tamnas.evaluator.dataset.NamedDatasets;
import io.tamnas.nets.dataset.Dataset;
import io.tamnas.nets.dataset.DatasetSource;
import io.tamnas.nets.dataset.Datasets;
import io.tamnas.nets.dataset.Division;
import io.tamnas.nets.dataset.InvalidDatasetException;
import io.tamnas.protocol.attack.AttackSettings;
import io.tamnas.protocol.attack.Budget;
import io.tamnas.protocol.dataset.DatasetReference;
import io.tamnas.protocol.evaluation.EvaluationProtocol;
import io.tamnas.protocol.task.FailureClass;
import io.tamnas.protocol.task.Work;
import io.tamnas.worker.dataset.DataProperties;
import io.tamnas.worker.dataset.DataRoot;
import io.tamnas.worker.identity.WorkerDescription;
import io.tamnas.worker.task.TaskFailedException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MeasuringRunnerTest {
  private static final Dataset DATASET =
      Datasets.open(new DatasetSource.Shapes(16, 32, 16, 1), new Division(16, 1));

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
