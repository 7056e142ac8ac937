package io.tamnas.benchmarks.results;

import io.tamnas.nets.dataset.Dataset;
import io.tamnas.nets.measuring.Measurement;
import io.tamnas.nets.measuring.MeasuringObserver;
import io.tamnas.nets.measuring.MeasuringProtocol;
import io.tamnas.nets.measuring.SubnetMeasuring;
import io.tamnas.space.Genotype;
import io.tamnas.space.SearchSpace;
import java.nio.file.Path;
import java.util.Set;

/**
 * Measures subnets of one supernet under one protocol; what the ledger knows is not measured again.
 */
final class Measurer implements AutoCloseable {
  private final String protocol;
  private final SubnetMeasuring measuring;
  private final Ledger ledger;

  Measurer(
      String name,
      MeasuringProtocol protocol,
      Path supernet,
      SearchSpace space,
      Dataset dataset,
      Ledger ledger) {
    this.protocol = name;
    this.measuring = new SubnetMeasuring(supernet, space, dataset, protocol);
    this.ledger = ledger;
  }

  Measurement measure(Genotype genotype) {
    String key = protocol + " " + genotype.genes();
    return ledger.get(key).map(Measurer::parse).orElseGet(() -> measureNow(key, genotype));
  }

  private Measurement measureNow(String key, Genotype genotype) {
    long began = System.nanoTime();
    Measurement found = measuring.measure(genotype, new Silent());
    ledger.addSeconds("measuringSeconds " + protocol, (System.nanoTime() - began) / 1e9);
    ledger.put(key, found.images() + " " + found.cleanCorrect() + " " + found.adversarialCorrect());
    return found;
  }

  private static Measurement parse(String text) {
    String[] counts = text.split(" ", -1);
    return new Measurement(
        Integer.parseInt(counts[0]),
        Integer.parseInt(counts[1]),
        Integer.parseInt(counts[2]),
        Set.of());
  }

  @Override
  public void close() {
    measuring.close();
  }

  private record Silent() implements MeasuringObserver {
    @Override
    public void checkContinue() {}

    @Override
    public void onProgress(double share) {}
  }
}
