package io.tamnas.space;

import java.util.List;

/**
 * What a network costs, counted from its genotype alone.
 *
 * <p>The network is the stand-alone one: normalization is affine, so γ and β count, two per
 * channel, and running statistics do not; convolutions have no bias; the linear layers of
 * squeeze-and-excitation have one, the classifier has none.
 *
 * @param parameters learned numbers
 * @param multiplyAdds for one image: one per product in convolutions ({@code kernel² · in / groups
 *     · out · height · width}), in linear layers and in the two matrix products of non-local
 *     blocks. Normalization is folded into the convolutions; activations, pooling, softmax, sums
 *     and the scaling of channels are left out, as is usual
 */
public record NetworkCost(long parameters, long multiplyAdds) {

  static final NetworkCost NOTHING = new NetworkCost(0, 0);

  /**
   * The cost of the whole network that a genotype names.
   *
   * @throws IllegalArgumentException where the space has no such genotype
   */
  public static NetworkCost of(SearchSpace space, Genotype genotype) {
    return space.subnet(genotype).stream()
        .map(NetworkCost::of)
        .reduce(ofFrame(space), NetworkCost::plus);
  }

  /** The cost of one layer: main branch, attention, and at stride 2 the projection. */
  public static NetworkCost of(SubnetLayer layer) {
    return new LayerCost(layer).total();
  }

  /** The cost of what all networks of a space have in common: stem, head and classifier. */
  public static NetworkCost ofFrame(SearchSpace space) {
    List<FeatureMap> maps = space.featureMaps();
    FeatureMap first = maps.getFirst();
    FeatureMap last = maps.getLast();
    NetworkCost stem = convolution(3, space.input().channels(), first).plus(normalization(first));
    FeatureMap head = last.through(space.headWidth(), 1);
    return stem.plus(convolution(1, last.channels(), head))
        .plus(normalization(head))
        .plus(linear(space.headWidth(), space.classes()));
  }

  /** Both sums. */
  public NetworkCost plus(NetworkCost other) {
    return new NetworkCost(parameters + other.parameters, multiplyAdds + other.multiplyAdds);
  }

  static NetworkCost convolution(int kernel, int inputChannels, FeatureMap output) {
    long weights = (long) kernel * kernel * inputChannels * output.channels();
    return new NetworkCost(weights, weights * output.height() * output.width());
  }

  static NetworkCost depthwise(int kernel, FeatureMap output) {
    return convolution(kernel, 1, output);
  }

  static NetworkCost normalization(FeatureMap map) {
    return new NetworkCost(2L * map.channels(), 0);
  }

  static NetworkCost linear(int inputs, int outputs) {
    long weights = (long) inputs * outputs;
    return new NetworkCost(weights, weights);
  }

  static NetworkCost bias(int outputs) {
    return new NetworkCost(outputs, 0);
  }

  static NetworkCost matrixProduct(long rows, long inner, long columns) {
    return new NetworkCost(0, rows * inner * columns);
  }
}
