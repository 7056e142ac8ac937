package io.tamnas.trainer.dataset;

import io.tamnas.nets.dataset.Dataset;
import io.tamnas.nets.dataset.DatasetNames;
import io.tamnas.nets.dataset.DatasetSource;
import io.tamnas.nets.dataset.Datasets;
import io.tamnas.nets.dataset.Division;
import io.tamnas.nets.dataset.InvalidDatasetException;
import io.tamnas.protocol.dataset.DatasetReference;
import io.tamnas.protocol.task.FailureClass;
import io.tamnas.worker.dataset.DataRoot;
import io.tamnas.worker.task.TaskFailedException;
import org.springframework.stereotype.Component;

/** Opens the data sets that tasks name, under the data root of this machine. */
@Component
public class NamedDatasets {
  private final DataRoot root;

  public NamedDatasets(DataRoot root) {
    this.root = root;
  }

  /**
   * All images of the data set, in memory, divided.
   *
   * @throws TaskFailedException as INVALID where it is unknown, missing or malformed
   */
  public Dataset open(DatasetReference reference) {
    try {
      Division division = new Division(reference.validationImages(), reference.splitSeed());
      return Datasets.open(source(reference), division);
    } catch (InvalidDatasetException invalid) {
      throw new TaskFailedException(
          FailureClass.INVALID, "data set '" + reference.name() + "': " + invalid.getMessage());
    }
  }

  private DatasetSource source(DatasetReference reference) {
    return DatasetNames.source(
        reference.name(), () -> root.resolve(reference), () -> shapes(reference));
  }

  private static DatasetSource.Shapes shapes(DatasetReference reference) {
    DatasetReference.Shapes drawn = reference.shapes();
    if (drawn == null) {
      throw TaskFailedException.invalid(
          "data set 'shapes' is drawn: dataset.shapes with imageSize, trainingImages, testImages"
              + " and seed is missing");
    }
    return new DatasetSource.Shapes(
        drawn.imageSize(), drawn.trainingImages(), drawn.testImages(), drawn.seed());
  }
}
