package io.tamnas.nets.measuring;

import ai.djl.ndarray.NDManager;
import io.tamnas.nets.dataset.Dataset;
import io.tamnas.nets.engine.Engines;
import io.tamnas.nets.finalist.Finalist;
import io.tamnas.nets.finalist.FinalistFile;
import io.tamnas.nets.network.Classifier;
import io.tamnas.space.Genotype;
import io.tamnas.space.SearchSpace;
import java.nio.file.Path;

/**
 * Measures one network that was trained on its own, folded under the statistics that it brings
 * along. A measurement is a function of the network's file, the protocol, the data and the numeric
 * environment. One thread at a time.
 */
public final class NetworkMeasuring implements AutoCloseable {
  private final NDManager manager = Engines.newManager();
  private final Classifier classifier;
  private final MeasuredImages images;

  /**
   * Reads the network.
   *
   * @throws io.tamnas.nets.checkpoint.InvalidCheckpointException where the file is damaged, or of
   *     another network or other data
   * @throws IllegalArgumentException where space, genotype, data set and protocol do not fit one
   *     another
   */
  public NetworkMeasuring(
      Path file, SearchSpace space, Genotype genotype, Dataset dataset, NetworkProtocol protocol) {
    try {
      Finalist finalist = FinalistFile.read(file, space, genotype, dataset, manager);
      this.classifier = finalist.classifier(manager);
      this.images = new MeasuredImages(dataset, protocol, manager);
    } catch (RuntimeException | Error e) {
      manager.close();
      throw e;
    }
  }

  /**
   * Attacks the network.
   *
   * @throws MeasuringStopped when the observer wants it
   */
  public Measurement measure(MeasuringObserver observer) {
    return images.measure(classifier, observer);
  }

  @Override
  public void close() {
    manager.close();
  }
}
