package io.tamnas.nets.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import io.tamnas.nets.block.NormedConvolution;
import io.tamnas.nets.block.Parameter;
import io.tamnas.nets.block.Parameter.Beginning;
import io.tamnas.nets.network.NetworkPlan;
import io.tamnas.nets.network.RunningStatistics;
import io.tamnas.nets.network.Weights;
import io.tamnas.nets.supernet.ParameterValues;
import io.tamnas.nets.supernet.Recalibration;
import io.tamnas.nets.supernet.Supernet;
import io.tamnas.space.Genotype;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The first values of a network that goes on where a path of a supernet is: the path's slices of
 * the weights, and the path's own normalization statistics; so it begins with the logits of the
 * recalibrated path. A scale and a shift that the supernet does not have begin as they do in any
 * network.
 */
final class InheritedValues implements ParameterValues {
  private final Weights weights;
  private final Set<String> inherited;
  private final Map<String, float[]> statistics = new HashMap<>();

  /**
   * Of a path.
   *
   * @param batches clean training images, each N × C × H × W in [0, 1]
   * @param manager closes what is needed on the way; values are to be asked for before
   */
  InheritedValues(Supernet supernet, Genotype genotype, List<NDArray> batches, NDManager manager) {
    NetworkPlan path = supernet.plan().path(genotype);
    this.weights = supernet.copy(manager);
    this.inherited =
        supernet.plan().parameters().stream().map(Parameter::name).collect(Collectors.toSet());
    RunningStatistics own = Recalibration.of(path, weights, batches, manager);
    for (NormedConvolution unit : path.units()) {
      statistics.put(unit.runningMean().name(), own.of(unit).mean().toFloatArray());
      statistics.put(unit.runningVariance().name(), own.of(unit).variance().toFloatArray());
    }
  }

  @Override
  public float[] of(Parameter parameter) {
    float[] remembered = statistics.get(parameter.name());
    if (remembered != null) {
      return remembered;
    }
    return inherited.contains(parameter.name())
        ? weights.get(parameter).toFloatArray()
        : beginning(parameter);
  }

  private static float[] beginning(Parameter parameter) {
    float[] values = new float[Math.toIntExact(parameter.shape().size())];
    switch (parameter.beginning()) {
      case Beginning.Constant(float value) -> Arrays.fill(values, value);
      case Beginning.Uniform _ ->
          throw new IllegalArgumentException(parameter.name() + " is no part of the supernet");
    }
    return values;
  }
}
