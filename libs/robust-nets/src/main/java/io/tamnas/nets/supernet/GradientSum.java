package io.tamnas.nets.supernet;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import io.tamnas.nets.block.Parameter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The sum of several gradients. Where paths took a parameter in several widths, the sum has the
 * widest, and a narrower gradient is 0 beyond its channels.
 */
public final class GradientSum implements WeightGradient {
  private final NDManager manager;
  private final Map<String, Parameter> widest = new LinkedHashMap<>();
  private final Map<String, NDArray> sums = new LinkedHashMap<>();

  /**
   * A sum of nothing.
   *
   * @param manager closes it
   */
  public GradientSum(NDManager manager) {
    this.manager = manager;
  }

  /** Adds a gradient by many parameters. */
  public void add(WeightGradient gradient) {
    for (Parameter parameter : gradient.trained()) {
      add(parameter, gradient.gradient(parameter));
    }
  }

  /**
   * Adds a gradient by one parameter.
   *
   * @param gradient in the parameter's shape; stays open
   */
  public void add(Parameter parameter, NDArray gradient) {
    Parameter known = widest.get(parameter.name());
    if (known == null) {
      put(parameter, copy(gradient));
    } else if (parameter.shape().size() > known.shape().size()) {
      NDArray wider = copy(gradient);
      addInto(wider, known, sum(known));
      put(parameter, wider);
    } else {
      addInto(sum(known), parameter, gradient);
    }
  }

  private void put(Parameter parameter, NDArray sum) {
    widest.put(parameter.name(), parameter);
    sums.put(parameter.name(), sum);
  }

  private NDArray copy(NDArray gradient) {
    NDArray copy = gradient.duplicate();
    copy.attach(manager);
    return copy;
  }

  private void addInto(NDArray wide, Parameter narrow, NDArray gradient) {
    try (NDArray beginning = Slices.view(wide, narrow.shape(), manager)) {
      beginning.addi(gradient);
    }
  }

  private NDArray sum(Parameter parameter) {
    return Objects.requireNonNull(sums.get(parameter.name()), parameter.name());
  }

  @Override
  public List<Parameter> trained() {
    return List.copyOf(widest.values());
  }

  /** The sum itself; changing it changes this. */
  @Override
  public NDArray gradient(Parameter parameter) {
    return sum(parameter);
  }

  @Override
  public NDArray gradient() {
    NDList gradients = new NDList();
    trained().forEach(parameter -> gradients.add(gradient(parameter).flatten()));
    return NDArrays.concat(gradients);
  }
}
