package io.tamnas.nets.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import io.tamnas.nets.block.BlockPlan;
import io.tamnas.nets.block.Execution;
import io.tamnas.nets.block.NetworkScaling;
import io.tamnas.nets.block.NormedConvolution;
import io.tamnas.nets.block.Parameter;
import io.tamnas.nets.block.Parameter.Beginning;
import io.tamnas.space.InputShape;
import io.tamnas.space.Stem;
import io.tamnas.space.SubnetLayer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * A classifier as a chain: normalization of the pixels, stem, blocks, head, global average, linear
 * without bias.
 *
 * @param channels of the images
 * @param scaling which of its normalizations have a learned scale and shift
 */
public record NetworkPlan(
    int channels,
    NormedConvolution stem,
    List<BlockPlan> blocks,
    NormedConvolution head,
    int classes,
    NetworkScaling scaling) {

  /** Name of {@link #pixelMean()}. */
  public static final String PIXEL_MEAN = "pixels.mean";

  /** Name of {@link #pixelDeviation()}. */
  public static final String PIXEL_DEVIATION = "pixels.deviation";

  public NetworkPlan {
    blocks = List.copyOf(blocks);
  }

  /**
   * The network of those layers, normalized as a path of a supernet.
   *
   * @param names the prefix of a layer's parameter names
   */
  public static NetworkPlan of(
      InputShape input,
      Stem stem,
      List<SubnetLayer> layers,
      Function<SubnetLayer, String> names,
      int headWidth,
      int classes) {
    int last = layers.isEmpty() ? stem.width() : layers.getLast().outputChannels();
    return new NetworkPlan(
        input.channels(),
        NormedConvolution.full(
            "stem.0", "stem.1", input.channels(), stem.width(), 3, stem.stride()),
        layers.stream().map(layer -> BlockPlan.of(names.apply(layer), layer)).toList(),
        NormedConvolution.full("head.0", "head.1", last, headWidth, 1, 1),
        classes,
        NetworkScaling.NONE);
  }

  /** The same layers, normalized in that way. */
  public NetworkPlan scaled(NetworkScaling other) {
    return new NetworkPlan(channels, stem, blocks, head, classes, other);
  }

  /** Mean of the pixels' intensities, per channel; not trained. */
  public Parameter pixelMean() {
    return new Parameter(PIXEL_MEAN, new Shape(channels, 1, 1), new Beginning.Constant(0));
  }

  /** Deviation of the pixels' intensities, per channel; not trained. */
  public Parameter pixelDeviation() {
    return new Parameter(PIXEL_DEVIATION, new Shape(channels, 1, 1), new Beginning.Constant(1));
  }

  /** Every convolution with a normalization, in a fixed order. */
  public List<NormedConvolution> units() {
    List<NormedConvolution> units = new ArrayList<>(List.of(stem));
    blocks.forEach(block -> units.addAll(block.units()));
    units.add(head);
    return units;
  }

  /** What is trained in this network, in a fixed order. */
  public List<Parameter> parameters() {
    return parameters(scaling);
  }

  /** What would be trained in such a network, in a fixed order. */
  public List<Parameter> parameters(NetworkScaling network) {
    List<Parameter> parameters = new ArrayList<>(stem.parameters(network));
    blocks.forEach(block -> parameters.addAll(block.parameters(network)));
    parameters.addAll(head.parameters(network));
    parameters.add(classifier());
    return parameters;
  }

  /**
   * Images to logits.
   *
   * @param images N × channels × H × W in [0, 1], float32; stay open
   * @return N × classes, in the manager of the images
   */
  public NDArray forward(Execution execution, NDArray images) {
    NDArray values = pixels(execution, images);
    return afterStem(execution, advance(values, execution.apply(stem, values)));
  }

  /**
   * The linear beginning of {@link #forward}: normalization of the pixels and the stem's
   * convolution.
   *
   * @param images N × channels × H × W in [0, 1], float32; stay open
   * @return N × the stem's width × H × W, halved at stride 2, in the manager of the images
   */
  public NDArray convolve(Execution execution, NDArray images) {
    try (NDArray values = pixels(execution, images)) {
      return stem.convolve(values, execution.parameter(stem.weight()), null);
    }
  }

  /**
   * What {@link #forward} does after {@link #convolve}.
   *
   * @param convolved as it gives it; stays open
   * @return N × classes, in the manager of the convolved
   */
  public NDArray forwardConvolved(Unfolded execution, NDArray convolved) {
    return afterStem(execution, execution.finish(stem, convolved));
  }

  private NDArray afterStem(Execution execution, NDArray stemmed) {
    NDArray map = stemmed;
    for (BlockPlan block : blocks) {
      map = advance(map, block.forward(execution, map));
    }
    map = advance(map, execution.apply(head, map));
    try (NDArray last = map;
        NDArray averages = last.getNDArrayInternal().globalAvgPool()) {
      return averages
          .getNDArrayInternal()
          .linear(averages, execution.parameter(classifier()), null)
          .singletonOrThrow();
    }
  }

  private NDArray pixels(Execution execution, NDArray images) {
    try (NDArray laid = execution.layout().of(images);
        NDArray centred = laid.sub(execution.parameter(pixelMean()))) {
      return centred.div(execution.parameter(pixelDeviation()));
    }
  }

  /** The last layer: classes × head channels. */
  public Parameter classifier() {
    return new Parameter(
        "classifier.weight",
        new Shape(classes, head.output()),
        new Beginning.Uniform(head.output()));
  }

  private static NDArray advance(NDArray left, NDArray next) {
    left.close();
    return next;
  }
}
