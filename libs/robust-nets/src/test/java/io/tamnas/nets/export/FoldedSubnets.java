package io.tamnas.nets.export;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import io.tamnas.nets.block.NetworkScaling;
import io.tamnas.nets.block.Parameter;
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
import io.tamnas.space.InputShape;
import io.tamnas.space.SearchSpace;
import java.util.List;
import java.util.random.RandomGenerator;

/** Folded subnets; where nobody trained them, no branch of theirs is silent. */
final class FoldedSubnets {
  private static final float[] MEAN = {0.48f, 0.52f, 0.45f};
  private static final float[] DEVIATION = {0.25f, 0.2f, 0.3f};

  private FoldedSubnets() {}

  /** With weights that nobody trained. */
  static FoldedNetwork of(SearchSpace space, Genotype genotype, NDManager manager) {
    Supernet supernet = Supernet.of(new SupernetPlan(space), FoldedSubnets::values, manager);
    return of(supernet, genotype, images(space.input(), 64, 9, manager), manager);
  }

  /** With statistics of those images. */
  static FoldedNetwork of(Supernet supernet, Genotype genotype, NDArray images, NDManager manager) {
    NetworkPlan path = supernet.plan().path(genotype);
    Weights weights = supernet.copy(manager);
    RunningStatistics statistics = Recalibration.of(path, weights, List.of(images), manager);
    return new FoldedNetwork(
        path,
        new Folded(path, weights, NetworkScaling.NONE, statistics, manager),
        supernet.plan().space().input());
  }

  private static float[] values(Parameter parameter) {
    int channels = Math.toIntExact(parameter.shape().get(0));
    PixelStatistics pixels =
        new PixelStatistics(
            java.util.Arrays.copyOf(MEAN, channels), java.util.Arrays.copyOf(DEVIATION, channels));
    return switch (parameter.beginning()) {
      case Parameter.Beginning.Constant(float value)
          when !parameter.name().startsWith("pixels") -> {
        float[] values = new float[Math.toIntExact(parameter.shape().size())];
        for (int i = 0; i < values.length; i++) {
          values[i] = value + 0.1f * (1 + i % 5);
        }
        yield values;
      }
      default -> new InitialValues(5, pixels).of(parameter);
    };
  }

  /** N × C × H × W in [0, 1]. */
  static NDArray images(InputShape shape, int count, long seed, NDManager manager) {
    float[] values = new float[count * shape.channels() * shape.height() * shape.width()];
    RandomGenerator random = SplitMix.of(seed, "images", 0);
    for (int i = 0; i < values.length; i++) {
      values[i] = random.nextInt(256) / 255f;
    }
    return manager.create(
        values, new Shape(count, shape.channels(), shape.height(), shape.width()));
  }
}
