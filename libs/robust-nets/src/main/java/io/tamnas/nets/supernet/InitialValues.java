package io.tamnas.nets.supernet;

import io.tamnas.nets.block.Parameter;
import io.tamnas.nets.block.Parameter.Beginning;
import io.tamnas.nets.network.NetworkPlan;
import io.tamnas.nets.random.SplitMix;
import java.util.Arrays;

/**
 * First values of parameters, each a function of the seed and the parameter's name; the network's
 * first layer normalizes by the statistics of the training images.
 */
public record InitialValues(long seed, PixelStatistics pixels) implements ParameterValues {

  @Override
  public float[] of(Parameter parameter) {
    return switch (parameter.name()) {
      case NetworkPlan.PIXEL_MEAN -> pixels.mean().clone();
      case NetworkPlan.PIXEL_DEVIATION -> pixels.deviation().clone();
      default -> drawn(parameter);
    };
  }

  private float[] drawn(Parameter parameter) {
    float[] values = new float[Math.toIntExact(parameter.shape().size())];
    switch (parameter.beginning()) {
      case Beginning.Constant(float value) -> Arrays.fill(values, value);
      case Beginning.Uniform(int fanIn) -> fill(values, fanIn, parameter.name());
    }
    return values;
  }

  private void fill(float[] values, int fanIn, String name) {
    long key = SplitMix.key(seed, name);
    float bound = (float) (1 / Math.sqrt(fanIn));
    for (int i = 0; i < values.length; i++) {
      values[i] = bound * (2 * SplitMix.unit(key + i) - 1);
    }
  }
}
