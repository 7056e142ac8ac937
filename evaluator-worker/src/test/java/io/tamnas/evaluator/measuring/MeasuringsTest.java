package io.tamnas.evaluator.measuring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tamnas.evaluator.dataset.NamedDatasets;
import io.tamnas.nets.dataset.Dataset;
import io.tamnas.nets.dataset.DatasetSource;
import io.tamnas.nets.dataset.Datasets;
import io.tamnas.nets.dataset.Division;
import io.tamnas.protocol.dataset.DatasetReference;
import io.tamnas.worker.dataset.DataProperties;
import io.tamnas.worker.dataset.DataRoot;
import io.tamnas.worker.task.TaskFailedException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MeasuringsTest {
  private static final Dataset WRONG = shapes(1);
  private static final Dataset RIGHT = shapes(2);

  @TempDir Path folder;

  @Test
  void readsADatasetAgainAfterItsFilesWerePutRight() {
    FilesOfOneName files =
        new FilesOfOneName(DataRoot.of(new DataProperties(folder, null, Map.of())));
    try (Measurings measurings = new Measurings(files)) {
      assertThatThrownBy(() -> wantTheRight(measurings))
          .isInstanceOf(TaskFailedException.class)
          .hasMessageContaining(WRONG.digest())
          .hasMessageContaining(RIGHT.digest());

      files.now = RIGHT;

      assertThat(wantTheRight(measurings)).isSameAs(RIGHT);
    }
  }

  @Test
  void readsADatasetOnce() {
    FilesOfOneName files =
        new FilesOfOneName(DataRoot.of(new DataProperties(folder, null, Map.of())));
    files.now = RIGHT;
    try (Measurings measurings = new Measurings(files)) {
      wantTheRight(measurings);
      wantTheRight(measurings);
    }

    assertThat(files.reads).isEqualTo(1);
  }

  private static Dataset shapes(long seed) {
    return Datasets.open(new DatasetSource.Shapes(16, 32, 16, seed), new Division(16, 1));
  }

  private static Dataset wantTheRight(Measurings measurings) {
    var reference = new DatasetReference("cifar10", null, 16, 1, null);
    return measurings.dataset(reference, RIGHT.digest(), () -> {});
  }

  /** Files under one name that change while the worker runs. */
  private static final class FilesOfOneName extends NamedDatasets {
    private Dataset now = WRONG;
    private int reads;

    FilesOfOneName(DataRoot root) {
      super(root);
    }

    @Override
    public Dataset open(DatasetReference reference, Runnable goOn) {
      reads++;
      return now;
    }
  }
}
