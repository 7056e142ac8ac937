package io.tamnas.nets.export;

import io.tamnas.nets.block.AttentionPlan;
import io.tamnas.nets.block.NonLocal;
import io.tamnas.nets.block.Parameter;
import io.tamnas.nets.block.SqueezeExcitation;
import io.tamnas.nets.export.Node.Binary;
import io.tamnas.nets.export.Node.Unary;
import java.util.List;

/** Adds what follows a main branch to a graph. */
final class Attentions {
  private final Graph graph;
  private final Layers layers;

  Attentions(Graph graph, Layers layers) {
    this.graph = graph;
    this.layers = layers;
  }

  /** The maps under that attention. */
  Maps apply(AttentionPlan attention, Maps maps) {
    return switch (attention) {
      case AttentionPlan.None _ -> maps;
      case SqueezeExcitation gates -> maps.of(scale(gates, maps.name()));
      case NonLocal mean -> maps.of(add(mean, maps));
    };
  }

  private String scale(SqueezeExcitation gates, String maps) {
    String averages = graph.add(new Unary(Unary.OneToOne.GLOBAL_AVERAGE, maps));
    String squeezed =
        graph.add(
            new Unary(
                Unary.OneToOne.RELU, linear(averages, gates.squeezeWeight(), gates.squeezeBias())));
    String gate =
        graph.add(
            new Unary(
                Unary.OneToOne.SIGMOID,
                linear(squeezed, gates.exciteWeight(), gates.exciteBias())));
    return graph.add(new Binary(Binary.TwoToOne.MULTIPLY, maps, gate));
  }

  /** N × from × 1 × 1 to N × to × 1 × 1: linear, as a convolution of a single pixel. */
  private String linear(String pixel, Parameter weight, Parameter bias) {
    String kernel = layers.parameter(weight, weight.shape().get(0), weight.shape().get(1), 1, 1);
    return graph.add(new Node.Convolution(List.of(pixel, kernel, layers.parameter(bias)), 1, 1, 1));
  }

  private String add(NonLocal mean, Maps maps) {
    int height = maps.each().height();
    int width = maps.each().width();
    String pooled = graph.add(new Node.MaxPooling(maps.name(), height, width));
    String theta = transpose(embed(mean.theta(), maps.name())); // N × HW × hidden
    String phi = embed(mean.phi(), pooled); // N × hidden × P
    String g = transpose(embed(mean.g(), pooled)); // N × P × hidden
    String weights = graph.add(new Node.Softmax(product(theta, phi))); // N × HW × P
    String means = transpose(product(weights, g)); // N × hidden × HW
    String sides =
        graph.constant(
            "shape.%dx%dx%d".formatted(mean.hidden(), height, width),
            0,
            mean.hidden(),
            height,
            width);
    Maps hidden = maps.of(graph.add(new Node.Reshape(means, sides)));
    return graph.add(
        new Binary(Binary.TwoToOne.ADD, maps.name(), layers.convolve(mean.back(), hidden).name()));
  }

  /** 1×1 without normalization, flattened to N × hidden × positions. */
  private String embed(Parameter embedding, String maps) {
    String embedded =
        graph.add(new Node.Convolution(List.of(maps, layers.parameter(embedding)), 1, 1, 1));
    long hidden = embedding.shape().get(0);
    return graph.add(new Node.Reshape(embedded, graph.constant("shape." + hidden, 0, hidden, -1)));
  }

  private String transpose(String matrices) {
    return graph.add(new Node.Transpose(matrices));
  }

  private String product(String left, String right) {
    return graph.add(new Binary(Binary.TwoToOne.MATRIX_PRODUCT, left, right));
  }
}
