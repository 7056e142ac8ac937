package io.tamnas.evaluator.measuring;

import io.tamnas.evaluator.dataset.NamedDatasets;
import io.tamnas.nets.checkpoint.InvalidCheckpointException;
import io.tamnas.nets.dataset.Dataset;
import io.tamnas.nets.measuring.SubnetMeasuring;
import io.tamnas.protocol.dataset.DatasetReference;
import io.tamnas.protocol.task.FailureClass;
import io.tamnas.space.SearchSpace;
import io.tamnas.worker.task.TaskContext;
import io.tamnas.worker.task.TaskFailedException;
import org.springframework.stereotype.Component;

/** The supernets and data sets in memory, ready to measure the next subnet. For one thread. */
@Component
class Measurings implements AutoCloseable {
  private static final int MOST_DATASETS = 2;
  private static final int MOST_SUPERNETS = 2;

  private final NamedDatasets datasets;
  private final MostRecent<DatasetReference, Dataset> openDatasets =
      new MostRecent<>(MOST_DATASETS, dataset -> {});
  private final MostRecent<Series, SubnetMeasuring> open =
      new MostRecent<>(MOST_SUPERNETS, SubnetMeasuring::close);

  Measurings(NamedDatasets datasets) {
    this.datasets = datasets;
  }

  /**
   * The data set of the series, with the digest that it wants. One that has another digest is read
   * again the next time: its files may have been put right.
   *
   * @param goOn called now and then while it is read
   * @throws TaskFailedException as INVALID where it has another one
   */
  Dataset dataset(Series series, Runnable goOn) {
    Dataset dataset =
        openDatasets.get(series.dataset(), () -> datasets.open(series.dataset(), goOn));
    if (!dataset.digest().equals(series.datasetDigest())) {
      openDatasets.remove(series.dataset());
      throw TaskFailedException.invalid(
          "data set '"
              + dataset.name()
              + "' on this evaluator has the digest "
              + dataset.digest()
              + ", but the supernet was trained on "
              + series.datasetDigest()
              + "; give trainer and evaluator the same files");
    }
    return dataset;
  }

  /**
   * The measuring of the series' supernet under its protocol.
   *
   * @throws TaskFailedException as INVALID where supernet, space, images and protocol do not fit
   */
  SubnetMeasuring measuring(
      Series series, SearchSpace space, Dataset dataset, TaskContext context) {
    return open.get(series, () -> load(series, space, dataset, context));
  }

  private static SubnetMeasuring load(
      Series series, SearchSpace space, Dataset dataset, TaskContext context) {
    try {
      return new SubnetMeasuring(
          context.artifact(series.supernet()), space, dataset, Protocols.of(series.protocol()));
    } catch (InvalidCheckpointException | IllegalArgumentException invalid) {
      throw new TaskFailedException(
          FailureClass.INVALID, String.valueOf(invalid.getMessage()), invalid);
    }
  }

  /** Lets all of them go; the next task loads what it needs. */
  @Override
  public void close() {
    open.clear();
    openDatasets.clear();
  }
}
