package io.tamnas.trainer.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tamnas.nets.dataset.Dataset;
import io.tamnas.nets.dataset.DatasetSource;
import io.tamnas.nets.dataset.Datasets;
import io.tamnas.nets.dataset.Division;
import io.tamnas.nets.dataset.Images;
import io.tamnas.nets.dataset.InvalidDatasetException;
import io.tamnas.protocol.attack.Budget;
import io.tamnas.protocol.dataset.DatasetReference;
import io.tamnas.protocol.task.FailureClass;
import io.tamnas.protocol.task.Work;
import io.tamnas.protocol.training.CraftingStatistics;
import io.tamnas.protocol.training.InnerAttack;
import io.tamnas.protocol.training.Loss;
import io.tamnas.protocol.training.Mirror;
import io.tamnas.protocol.training.Optimizer;
import io.tamnas.protocol.training.Paths;
import io.tamnas.protocol.training.Schedule;
import io.tamnas.protocol.training.TrainingSettings;
import io.tamnas.space.InputShape;
import io.tamnas.trainer.dataset.NamedDatasets;
import io.tamnas.worker.dataset.DataProperties;
import io.tamnas.worker.dataset.DataRoot;
import io.tamnas.worker.task.TaskFailedException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SupernetRunnerTest {
  @TempDir Path folder;

  @Test
  void passesOnWhatToDoAboutImagesThatAreDamagedWhileItTrains() {
    DataRoot root = DataRoot.of(new DataProperties(folder, null, Map.of()));
    SupernetRunner runner = new SupernetRunner(new DamagedFiles(root));

    assertThatThrownBy(() -> runner.run(work(), new QuietContext(folder)))
        .isInstanceOfSatisfying(
            TaskFailedException.class,
            failed -> assertThat(failed.failureClass()).isEqualTo(FailureClass.INFRASTRUCTURE))
        .hasMessage("images.packed is damaged; delete the file, it is made anew");
  }

  @Test
  void refusesFewerTestImagesThanFinalistsAreValidatedOnBeforeItTrains() {
    DataRoot root = DataRoot.of(new DataProperties(folder, null, Map.of()));
    SupernetRunner runner = new SupernetRunner(new DamagedFiles(root));
    Work.TrainSupernet sound = work();
    Work wanting = new Work.TrainSupernet(sound.dataset(), sound.space(), sound.training(), 1, 17);

    assertThatThrownBy(() -> runner.run(wanting, new QuietContext(folder)))
        .isInstanceOfSatisfying(
            TaskFailedException.class,
            failed -> assertThat(failed.failureClass()).isEqualTo(FailureClass.INVALID))
        .hasMessageContainingAll("validated on 17 test images", "has 16");
  }

  private static Work.TrainSupernet work() {
    var settings =
        new TrainingSettings(
            2,
            4,
            new Loss.CrossEntropy(0),
            new InnerAttack.FgsmRandomStart(new Budget("8/255"), new Budget("10/255"), 0),
            CraftingStatistics.BATCH,
            0,
            0,
            new Paths(new Paths.Uniform(), 1, 1, new Paths.Own()),
            new Optimizer.Sgd(0.1, 0.9, 0, 5),
            new Schedule(Schedule.Kind.COSINE, 0),
            0,
            0,
            new TrainingSettings.Augmentation(0, Mirror.NEVER, 0));
    return new Work.TrainSupernet(
        new DatasetReference("cifar10", null, 16, 1, null),
        "input=3x16x16 classes=10 stem=4/1 layers=8/1(shuffle3@1.0) head=16",
        settings,
        1);
  }

  private static final class DamagedFiles extends NamedDatasets {
    DamagedFiles(DataRoot root) {
      super(root);
    }

    @Override
    public Dataset open(DatasetReference reference, Runnable goOn) {
      return new Damaged(
          Datasets.open(new DatasetSource.Shapes(16, 32, 16, 1), new Division(16, 1)));
    }
  }

  /** Was sound when it was opened. */
  private record Damaged(Dataset sound) implements Dataset {

    @Override
    public String name() {
      return sound.name();
    }

    @Override
    public InputShape shape() {
      return sound.shape();
    }

    @Override
    public int classes() {
      return sound.classes();
    }

    @Override
    public Images training() {
      return new DamagedImages(sound.training());
    }

    @Override
    public Images validation() {
      return sound.validation();
    }

    @Override
    public Images test() {
      return sound.test();
    }

    @Override
    public String digest() {
      return sound.digest();
    }
  }

  private record DamagedImages(Images sound) implements Images {

    @Override
    public int size() {
      return sound.size();
    }

    @Override
    public int label(int index) {
      return sound.label(index);
    }

    @Override
    public void copyPixels(int index, byte[] target, int offset) {
      throw new InvalidDatasetException(
          "images.packed is damaged; delete the file, it is made anew");
    }
  }
}
