package io.tamnas.benchmarks.genotype;

import io.tamnas.nets.attack.Attack;
import io.tamnas.nets.dataset.Dataset;
import io.tamnas.nets.measuring.Measurement;
import io.tamnas.nets.measuring.MeasuringProtocol;
import io.tamnas.nets.measuring.SubnetMeasuring;
import io.tamnas.nets.random.SplitMix;
import io.tamnas.space.Genotype;
import io.tamnas.space.Layer;
import io.tamnas.space.SearchSpace;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/** Measures uniformly drawn genotypes of a supernet under one attack. */
record GenotypeCost(Path supernet, SearchSpace space, Dataset dataset, Attack attack) {
  private static final int WARMUPS = 2;
  private static final int BATCH = 256;

  /** The costs of that many genotypes, one by one; 256 images are attacked. */
  List<MeasuringTimes.Cost> measure(int genotypes) {
    MeasuringProtocol protocol = new MeasuringProtocol(attack, 256, BATCH, 1024, 128, 0, 1);
    List<MeasuringTimes.Cost> costs = new ArrayList<>();
    try (SubnetMeasuring measuring = new SubnetMeasuring(supernet, space, dataset, protocol)) {
      for (int i = 0; i < WARMUPS + genotypes; i++) {
        MeasuringTimes times = new MeasuringTimes();
        Measurement found = measuring.measure(genotype(i), times);
        MeasuringTimes.Cost cost = times.cost();
        System.err.printf(
            "%s: %.0f ms, then %.0f ms of attack%n", found, cost.fixed(), cost.attack());
        if (i >= WARMUPS) {
          costs.add(cost);
        }
      }
    }
    return costs;
  }

  private Genotype genotype(int number) {
    RandomGenerator random = SplitMix.of(7, "genotype cost", number);
    List<Integer> genes = new ArrayList<>();
    for (Layer layer : space.layers()) {
      genes.add(random.nextInt(layer.blocks().size()));
    }
    for (Layer layer : space.layers()) {
      genes.add(random.nextInt(layer.scales().size()));
    }
    return new Genotype(genes);
  }
}
