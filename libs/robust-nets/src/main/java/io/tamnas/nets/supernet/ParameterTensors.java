package io.tamnas.nets.supernet;

import io.tamnas.nets.block.Parameter;
import io.tamnas.nets.checkpoint.NamedTensor;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The parameters of a supernet as the tensors of a file, their names behind a prefix. */
public final class ParameterTensors {
  private final Map<NamedTensor, Parameter> parameters = new LinkedHashMap<>();

  public ParameterTensors(SupernetPlan plan, String prefix) {
    for (Parameter parameter : plan.parameters()) {
      List<Long> shape = Arrays.stream(parameter.shape().getShape()).boxed().toList();
      parameters.put(new NamedTensor(prefix + parameter.name(), shape), parameter);
    }
  }

  /** In the order of the plan. */
  public List<NamedTensor> tensors() {
    return List.copyOf(parameters.keySet());
  }

  /** The parameter that a tensor of these holds. */
  public Parameter parameter(NamedTensor tensor) {
    return Objects.requireNonNull(parameters.get(tensor), tensor.name());
  }
}
