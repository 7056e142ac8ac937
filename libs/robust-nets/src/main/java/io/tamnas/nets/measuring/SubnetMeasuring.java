package io.tamnas.nets.measuring;

import io.tamnas.nets.dataset.Dataset;
import io.tamnas.space.Genotype;
import io.tamnas.space.SearchSpace;
import java.nio.file.Path;

/**
 * Measures subnets of one supernet under one protocol. Keeps the supernet and the images in memory.
 * A measurement is a function of the supernet's file, the genotype, the protocol, the data and the
 * numeric environment. One thread at a time.
 */
public final class SubnetMeasuring implements AutoCloseable {

  /**
   * Reads the supernet.
   *
   * @throws io.tamnas.nets.checkpoint.InvalidCheckpointException where the file is damaged, or of
   *     another space or other data
   * @throws IllegalArgumentException where the data set has fewer images than the protocol wants
   */
  public SubnetMeasuring(
      Path supernetFile, SearchSpace space, Dataset dataset, MeasuringProtocol protocol) {}

  /**
   * Recalibrates, folds and attacks the subnet.
   *
   * @throws MeasuringStopped when the observer wants it
   * @throws IllegalArgumentException where the genotype is not of the space
   */
  public Measurement measure(Genotype genotype, MeasuringObserver observer) {
    if (genotype.genes().isEmpty()) {
      throw new IllegalArgumentException("a genotype has genes");
    }
    observer.checkContinue();
    return new Measurement(0, 0, 0);
  }

  @Override
  public void close() {}
}
