package io.tamnas.nets.export;

import ai.onnx.proto.OnnxMl.GraphProto;
import io.tamnas.nets.block.BlockPlan;
import io.tamnas.nets.export.Node.Binary;
import io.tamnas.nets.export.Node.Unary;
import io.tamnas.nets.network.NetworkPlan;
import io.tamnas.space.FeatureMap;
import io.tamnas.space.InputShape;

/**
 * A folded network as a graph: the walk of {@link NetworkPlan#forward} with the nodes of ONNX for
 * the tensors of the engine.
 */
final class NetworkGraph {
  private final FoldedNetwork network;
  private final Graph graph = new Graph();
  private final Layers layers;
  private final Attentions attentions;

  private NetworkGraph(FoldedNetwork network) {
    this.network = network;
    this.layers = new Layers(graph, network.folded());
    this.attentions = new Attentions(graph, layers);
  }

  static GraphProto of(FoldedNetwork network) {
    return new NetworkGraph(network).walk();
  }

  private GraphProto walk() {
    NetworkPlan plan = network.plan();
    Maps maps = layers.convolve(plan.stem(), pixels());
    for (BlockPlan block : plan.blocks()) {
      maps = block(block, maps);
    }
    classify(layers.convolve(plan.head(), maps));
    return graph.proto();
  }

  private Maps pixels() {
    InputShape input = network.input();
    String images =
        graph.input(
            OnnxModel.IMAGES,
            "pixels as they are, in [0, 1]; channels first",
            input.channels(),
            input.height(),
            input.width());
    String mean = layers.parameter(network.plan().pixelMean());
    String deviation = layers.parameter(network.plan().pixelDeviation());
    String centred = graph.add(new Binary(Binary.TwoToOne.SUBTRACT, images, mean));
    return new Maps(
        graph.add(new Binary(Binary.TwoToOne.DIVIDE, centred, deviation)),
        new FeatureMap(input.channels(), input.height(), input.width()));
  }

  private Maps block(BlockPlan block, Maps maps) {
    return switch (block) {
      case BlockPlan.Passing passing -> join(every(maps, 0), main(passing, every(maps, 1)));
      case BlockPlan.Projecting projecting ->
          join(layers.chain(projecting.projection(), maps), main(projecting, maps));
    };
  }

  private Maps main(BlockPlan block, Maps maps) {
    return attentions.apply(block.attention(), layers.chain(block.main(), maps));
  }

  /** Every second channel, from that one on. */
  private Maps every(Maps maps, int first) {
    FeatureMap each = maps.each();
    Node half =
        new Node.Slice(
            maps.name(),
            graph.constant("slice.from." + first, first),
            graph.constant("slice.to", Long.MAX_VALUE),
            graph.constant("slice.axis", 1),
            graph.constant("slice.step", 2));
    return new Maps(
        graph.add(half),
        new FeatureMap((each.channels() + 1 - first) / 2, each.height(), each.width()));
  }

  private Maps join(Maps first, Maps second) {
    FeatureMap each = first.each();
    int channels = each.channels() + second.each().channels();
    return new Maps(
        graph.add(new Node.Concatenation(first.name(), second.name())),
        new FeatureMap(channels, each.height(), each.width()));
  }

  private void classify(Maps maps) {
    String averages = graph.add(new Unary(Unary.OneToOne.GLOBAL_AVERAGE, maps.name()));
    String flat = graph.add(new Node.Flatten(averages));
    NetworkPlan plan = network.plan();
    graph.output(
        new Node.Linear(flat, layers.parameter(plan.classifier())),
        OnnxModel.LOGITS,
        "the greatest names the class",
        plan.classes());
  }
}
