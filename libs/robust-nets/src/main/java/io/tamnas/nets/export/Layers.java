package io.tamnas.nets.export;

import ai.djl.ndarray.NDArray;
import io.tamnas.nets.block.Activation;
import io.tamnas.nets.block.NormedConvolution;
import io.tamnas.nets.block.Parameter;
import io.tamnas.nets.network.Folded;
import java.util.List;

/** Adds the layers of a folded network to a graph. */
final class Layers {
  private final Graph graph;
  private final Folded folded;

  Layers(Graph graph, Folded folded) {
    this.graph = graph;
    this.folded = folded;
  }

  /** A parameter in the shape in which it is declared. */
  String parameter(Parameter parameter) {
    return parameter(parameter, parameter.shape().getShape());
  }

  /** The values of a parameter in another shape. */
  String parameter(Parameter parameter, long... shape) {
    return graph.constant(parameter.name(), folded.parameter(parameter).toFloatArray(), shape);
  }

  /** Convolution, normalization and activation. */
  Maps convolve(NormedConvolution unit, Maps maps) {
    Folded.Kernel kernel = folded.kernel(unit);
    List<String> inputs =
        List.of(
            maps.name(),
            constant(unit.weight().name(), kernel.weight()),
            constant(unit.name() + ".bias", kernel.bias()));
    String convolved =
        graph.add(new Node.Convolution(inputs, unit.kernel(), unit.stride(), unit.groups()));
    return new Maps(
        activate(unit.activation(), convolved), maps.each().through(unit.output(), unit.stride()));
  }

  private String activate(Activation activation, String values) {
    return switch (activation) {
      case NONE -> values;
      case RELU -> graph.add(new Node.Unary(Node.Unary.OneToOne.RELU, values));
    };
  }

  private String constant(String name, NDArray values) {
    return graph.constant(name, values.toFloatArray(), values.getShape().getShape());
  }

  /** One unit after the other. */
  Maps chain(List<NormedConvolution> units, Maps maps) {
    Maps last = maps;
    for (NormedConvolution unit : units) {
      last = convolve(unit, last);
    }
    return last;
  }
}
