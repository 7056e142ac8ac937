package io.tamnas.evaluator.measuring;

import io.tamnas.evaluator.dataset.NamedDatasets;
import io.tamnas.nets.checkpoint.InvalidCheckpointException;
import io.tamnas.nets.dataset.Dataset;
import io.tamnas.nets.measuring.NetworkMeasuring;
import io.tamnas.nets.measuring.SubnetMeasuring;
import io.tamnas.protocol.dataset.DatasetReference;
import io.tamnas.protocol.task.FailureClass;
import io.tamnas.protocol.task.Work;
import io.tamnas.space.Genotype;
import io.tamnas.space.SearchSpace;
import io.tamnas.worker.task.TaskContext;
import io.tamnas.worker.task.TaskFailedException;
import org.springframework.stereotype.Component;

/** The supernets and data sets in memory, ready to measure the next subnet. For one thread. */
@Component
public class Measurings implements AutoCloseable {
  private static final int MOST_DATASETS = 2;
  private static final int MOST_SUPERNETS = 2;

  private final NamedDatasets datasets;
  private final MostRecent<DatasetReference, Dataset> openDatasets =
      new MostRecent<>(MOST_DATASETS, dataset -> {});
  private final MostRecent<Series, SubnetMeasuring> open =
      new MostRecent<>(MOST_SUPERNETS, SubnetMeasuring::close);

  public Measurings(NamedDatasets datasets) {
    this.datasets = datasets;
  }

  /**
   * The data set of that name, which is to have that digest. One that has another digest is read
   * again the next time: its files may have been put right.
   *
   * @param digest of what was trained on
   * @param goOn called now and then while it is read
   * @throws TaskFailedException as INVALID where it has another one
   */
  public Dataset dataset(DatasetReference reference, String digest, Runnable goOn) {
    Dataset dataset = openDatasets.get(reference, () -> datasets.open(reference, goOn));
    if (!dataset.digest().equals(digest)) {
      openDatasets.remove(reference);
      throw TaskFailedException.invalid(
          "data set '"
              + dataset.name()
              + "' on this evaluator has the digest "
              + dataset.digest()
              + ", but the network was trained on "
              + digest
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

  /**
   * The measuring of a network of its own; whoever asked closes it, since hardly a network is
   * measured twice.
   *
   * @throws TaskFailedException as INVALID where network, space, images and protocol do not fit
   */
  NetworkMeasuring measuring(
      Work.Validate work,
      SearchSpace space,
      Genotype genotype,
      Dataset dataset,
      TaskContext context) {
    try {
      return new NetworkMeasuring(
          context.artifact(work.network()),
          space,
          genotype,
          dataset,
          Protocols.of(work.protocol()));
    } catch (InvalidCheckpointException | IllegalArgumentException invalid) {
      throw invalid(invalid);
    }
  }

  private static TaskFailedException invalid(RuntimeException cause) {
    return new TaskFailedException(FailureClass.INVALID, String.valueOf(cause.getMessage()), cause);
  }

  private static SubnetMeasuring load(
      Series series, SearchSpace space, Dataset dataset, TaskContext context) {
    try {
      return new SubnetMeasuring(
          context.artifact(series.supernet()), space, dataset, Protocols.of(series.protocol()));
    } catch (InvalidCheckpointException | IllegalArgumentException invalid) {
      throw invalid(invalid);
    }
  }

  /** Lets all of them go; the next task loads what it needs. */
  @Override
  public void close() {
    open.clear();
    openDatasets.clear();
  }
}
