package io.tamnas.nets.measuring;

import ai.djl.ndarray.NDManager;
import io.tamnas.nets.attack.Attacker;
import io.tamnas.nets.attack.Starts;
import io.tamnas.nets.attack.Verdicts;
import io.tamnas.nets.block.NetworkScaling;
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
import io.tamnas.space.InputShape;
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
  private final List<ImageTensors.Batch> recalibration;
  private final List<ImageTensors.Batch> measured;

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
      protocol.attack().requireClasses(space.classes());
      InputShape shape = dataset.shape();
      this.supernet = SupernetFile.read(supernetFile, plan, dataset.digest(), manager);
      this.recalibration =
          ImageTensors.first(
              dataset.training(),
              "training",
              shape,
              protocol.recalibrationImages(),
              protocol.recalibrationBatch(),
              manager);
      this.measured =
          ImageTensors.first(
              dataset.validation(),
              "validation",
              shape,
              protocol.images(),
              protocol.batchSize(),
              manager);
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
      return attack(classifier(path, scratch), observer);
    }
  }

  /**
   * Recalibrates and folds the subnets, and counts what each makes of the images that the
   * protocol's attack crafts against each. The observer is asked before every source of every
   * batch.
   *
   * @throws MeasuringStopped when the observer wants it
   * @throws IllegalArgumentException where a genotype is not of the space, or the attack has no
   *     final image
   */
  public TransferMatrix transfer(List<Genotype> genotypes, MeasuringObserver observer) {
    try (NDManager scratch = manager.newSubManager()) {
      List<Classifier> classifiers = new ArrayList<>();
      for (Genotype genotype : genotypes) {
        observer.checkContinue();
        classifiers.add(classifier(plan.path(genotype), scratch));
      }
      return transfer(
          new TransferCounts(classifiers, protocol.attack(), starts()),
          classifiers.size(),
          observer);
    }
  }

  private TransferMatrix transfer(TransferCounts counts, int sources, MeasuringObserver observer) {
    double done = 0;
    for (ImageTensors.Batch batch : measured) {
      counts.addClean(batch.images(), batch.labels());
      for (int source = 0; source < sources; source++) {
        observer.checkContinue();
        counts.addSource(source, batch.images(), batch.labels(), batch.first());
        done += batch.labels().length;
        observer.onProgress(Math.min(1, done / ((double) sources * protocol.images())));
      }
    }
    return counts.matrix();
  }

  private Classifier classifier(NetworkPlan path, NDManager scratch) {
    Weights weights = supernet.copy(scratch);
    RunningStatistics statistics =
        Recalibration.of(
            path,
            weights,
            recalibration.stream().map(ImageTensors.Batch::images).toList(),
            scratch);
    Folded folded = new Folded(path, weights, NetworkScaling.NONE, statistics, scratch);
    return images -> path.forward(folded, images);
  }

  private Measurement attack(Classifier classifier, MeasuringObserver observer) {
    Starts starts = starts();
    Attacker attacker = new Attacker(classifier, protocol.attack(), starts);
    MaskingCheck masking =
        new MaskingCheck(classifier, protocol.attack(), starts, protocol.maskingImages());
    int correct = 0;
    int robust = 0;
    for (ImageTensors.Batch batch : measured) {
      observer.checkContinue();
      Verdicts verdicts = attacker.judge(batch.images(), batch.labels(), batch.first());
      correct += verdicts.correctCount();
      robust += verdicts.robustCount();
      masking.lookForZeroGradients(batch, verdicts);
      masking.lookFurther(batch, verdicts);
      observer.onProgress((double) (batch.first() + batch.labels().length) / protocol.images());
    }
    return new Measurement(protocol.images(), correct, robust, masking.signs());
  }

  private Starts starts() {
    InputShape input = plan.space().input();
    return Starts.seeded(protocol.seed(), input.channels() * input.height() * input.width());
  }

  @Override
  public void close() {
    manager.close();
  }
}
