package io.tamnas.nets.export;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import io.tamnas.nets.engine.Engines;
import io.tamnas.nets.measuring.MeasuringObserver;
import io.tamnas.nets.network.Folded;
import io.tamnas.nets.network.NetworkPlan;
import io.tamnas.nets.network.RunningStatistics;
import io.tamnas.nets.network.Weights;
import io.tamnas.nets.random.SplitMix;
import io.tamnas.nets.supernet.InitialValues;
import io.tamnas.nets.supernet.PixelStatistics;
import io.tamnas.nets.supernet.Recalibration;
import io.tamnas.nets.supernet.Supernet;
import io.tamnas.nets.supernet.SupernetPlan;
import io.tamnas.space.Genotype;
import io.tamnas.space.GenotypeText;
import io.tamnas.space.InputShape;
import io.tamnas.space.SearchSpace;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * Measures how long a subnet takes as the file that it would be exported to, as finalists are
 * measured. Time does not depend on the values of weights, but for such as give subnormal numbers,
 * with which processors are slow. So the weights are first values, and its normalizations have the
 * statistics of a few drawn images: no map fades away, however deep the subnet.
 */
public final class SubnetLatency {
  private static final String FILE = "subnet.onnx";
  private static final long SEED = 1;
  private static final int IMAGES = 8;

  /** Of uniform intensities: 1 / √12. */
  private static final float DEVIATION = 0.29f;

  private final SearchSpace space;
  private final LatencyProtocol protocol;
  private final Path folder;

  /**
   * Of subnets of a space.
   *
   * @param folder of whatever is written; must be there and be writable; whoever made it deletes it
   */
  public SubnetLatency(SearchSpace space, LatencyProtocol protocol, Path folder) {
    this.space = space;
    this.protocol = protocol;
    this.folder = folder;
  }

  /**
   * Measures one.
   *
   * @throws IllegalArgumentException where the genotype is not of the space
   * @throws IllegalStateException where the file cannot be run
   * @throws io.tamnas.nets.measuring.MeasuringStopped when the observer wants it
   */
  public Latency measure(Genotype genotype, MeasuringObserver observer) {
    Path file = folder.resolve(FILE);
    Origin origin = new Origin(space.text(), new GenotypeText(space).write(genotype), "none");
    try (NDManager manager = Engines.newManager()) {
      OnnxModel.write(network(genotype, manager), origin, file);
    }
    observer.checkContinue();
    return new LoneProcess(folder).measure(file, protocol, observer).latency();
  }

  private FoldedNetwork network(Genotype genotype, NDManager manager) {
    SupernetPlan plan = new SupernetPlan(space.only(genotype));
    NetworkPlan path = plan.widest();
    Weights weights = Supernet.of(plan, new InitialValues(SEED, pixels()), manager).copy(manager);
    RunningStatistics statistics =
        Recalibration.of(path, weights, List.of(images(manager)), manager);
    return new FoldedNetwork(path, new Folded(path, weights, statistics, manager), space.input());
  }

  private PixelStatistics pixels() {
    float[] mean = new float[space.input().channels()];
    float[] deviation = new float[mean.length];
    Arrays.fill(mean, 0.5f);
    Arrays.fill(deviation, DEVIATION);
    return new PixelStatistics(mean, deviation);
  }

  /** N × C × H × W, uniform in [0, 1). */
  private NDArray images(NDManager manager) {
    InputShape shape = space.input();
    long key = SplitMix.key(SEED, "images");
    float[] values = new float[IMAGES * shape.channels() * shape.height() * shape.width()];
    for (int i = 0; i < values.length; i++) {
      values[i] = SplitMix.unit(key + i);
    }
    return manager.create(
        values, new Shape(IMAGES, shape.channels(), shape.height(), shape.width()));
  }
}
