package io.tamnas.nets.measuring;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import io.tamnas.nets.dataset.Dataset;
import io.tamnas.nets.engine.Engines;
import io.tamnas.nets.network.Classifier;
import io.tamnas.nets.network.Folded;
import io.tamnas.nets.network.NetworkPlan;
import io.tamnas.nets.network.RunningStatistics;
import io.tamnas.nets.network.Weights;
import io.tamnas.nets.supernet.Recalibration;
import io.tamnas.nets.supernet.Supernet;
import io.tamnas.nets.supernet.SupernetFile;
import io.tamnas.nets.supernet.SupernetPlan;
import io.tamnas.nets.transfer.TransferCounts;
import io.tamnas.nets.transfer.TransferMatrix;
import io.tamnas.space.Genotype;
import io.tamnas.space.SearchSpace;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Measures subnets of one supernet under one protocol. Keeps the supernet and the images in memory.
 * A measurement is a function of the supernet's file, the genotype, the protocol, the data and the
 * numeric environment. One thread at a time.
 */
public final class SubnetMeasuring implements AutoCloseable {
  private final NDManager manager = Engines.newManager();
  private final MeasuringProtocol protocol;
  private final SupernetPlan plan;
  private final Supernet supernet;
  private final List<NDArray> recalibration;
  private final MeasuredImages measured;

  /**
   * Reads the supernet.
   *
   * @throws io.tamnas.nets.checkpoint.InvalidCheckpointException where the file is damaged, or of
   *     another space or other data
   * @throws IllegalArgumentException where space and data set do not fit one another, or the data
   *     set has fewer images than the protocol wants
   */
  public SubnetMeasuring(
      Path supernetFile, SearchSpace space, Dataset dataset, MeasuringProtocol protocol) {
    this.protocol = protocol;
    this.plan = new SupernetPlan(space);
    try {
      SupernetPlan.requireFit(space, dataset);
      this.supernet = SupernetFile.read(supernetFile, plan, dataset.digest(), manager);
      this.recalibration =
          RecalibrationImages.first(
              dataset, protocol.recalibrationImages(), protocol.recalibrationBatch(), manager);
      this.measured = new MeasuredImages(dataset, protocol.ofNetwork(), manager);
    } catch (RuntimeException | Error e) {
      manager.close();
      throw e;
    }
  }

  /**
   * Recalibrates, folds and attacks the subnet.
   *
   * @throws MeasuringStopped when the observer wants it
   * @throws IllegalArgumentException where the genotype is not of the space
   */
  public Measurement measure(Genotype genotype, MeasuringObserver observer) {
    NetworkPlan path = plan.path(genotype);
    try (NDManager scratch = manager.newSubManager()) {
      return measured.measure(classifier(path, observer, scratch), observer);
    }
  }

  /**
   * Recalibrates and folds the subnets, and counts what each makes of the images that the
   * protocol's attack crafts against each.
   *
   * @throws MeasuringStopped when the observer wants it
   * @throws IllegalArgumentException where a genotype is not of the space, or the attack has no
   *     final image
   */
  public TransferMatrix transfer(List<Genotype> genotypes, MeasuringObserver observer) {
    try (NDManager scratch = manager.newSubManager()) {
      List<Classifier> classifiers = new ArrayList<>();
      for (Genotype genotype : genotypes) {
        classifiers.add(
            classifier(plan.path(genotype), observer, scratch).asking(observer::checkContinue));
      }
      return transfer(
          new TransferCounts(classifiers, protocol.attack(), measured.starts()),
          classifiers.size(),
          observer);
    }
  }

  private TransferMatrix transfer(TransferCounts counts, int sources, MeasuringObserver observer) {
    double done = 0;
    for (ImageTensors.Batch batch : measured.batches()) {
      counts.addClean(batch.images(), batch.labels());
      for (int source = 0; source < sources; source++) {
        counts.addSource(source, batch.images(), batch.labels(), batch.first());
        done += batch.labels().length;
        observer.onProgress(Math.min(1, done / ((double) sources * protocol.images())));
      }
    }
    return counts.matrix();
  }

  private Classifier classifier(NetworkPlan path, MeasuringObserver observer, NDManager scratch) {
    Weights weights = supernet.copy(scratch);
    RunningStatistics statistics =
        Recalibration.of(path, weights, recalibration, observer::checkContinue, scratch);
    Folded folded = new Folded(path, weights, statistics, scratch);
    return images -> path.forward(folded, images);
  }

  @Override
  public void close() {
    manager.close();
  }
}
