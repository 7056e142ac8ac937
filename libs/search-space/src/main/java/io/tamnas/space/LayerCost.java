package io.tamnas.space;

import static io.tamnas.space.NetworkCost.bias;
import static io.tamnas.space.NetworkCost.convolution;
import static io.tamnas.space.NetworkCost.depthwise;
import static io.tamnas.space.NetworkCost.linear;
import static io.tamnas.space.NetworkCost.matrixProduct;
import static io.tamnas.space.NetworkCost.normalization;

/** Counts one layer, part by part. */
final class LayerCost {

  private final SubnetLayer layer;
  private final int kernel;
  private final FeatureMap middleBefore;
  private final FeatureMap middle;
  private final FeatureMap main;

  LayerCost(SubnetLayer layer) {
    this.layer = layer;
    kernel = layer.block().kind().kernel();
    middleBefore = new FeatureMap(layer.middleChannels(), layer.inputHeight(), layer.inputWidth());
    middle = middleBefore.through(layer.middleChannels(), layer.stride());
    main = middle.through(layer.mainOutputChannels(), 1);
  }

  NetworkCost total() {
    return mainBranch().plus(attention()).plus(projection());
  }

  private NetworkCost mainBranch() {
    return switch (layer.block().kind()) {
      case SHUFFLE3, SHUFFLE5, SHUFFLE7 -> shuffle();
      case XCEPTION -> xception();
    };
  }

  private NetworkCost shuffle() {
    return pointwise(layer.mainInputChannels(), middleBefore)
        .plus(depth(middle))
        .plus(pointwise(middle.channels(), main));
  }

  private NetworkCost xception() {
    FeatureMap entered = middle.through(layer.mainInputChannels(), 1);
    return depth(entered)
        .plus(pointwise(entered.channels(), middle))
        .plus(depth(middle))
        .plus(pointwise(middle.channels(), middle))
        .plus(depth(middle))
        .plus(pointwise(middle.channels(), main));
  }

  private NetworkCost attention() {
    return switch (layer.block().attention()) {
      case NONE -> NetworkCost.NOTHING;
      case SQUEEZE_EXCITATION -> squeezeExcitation();
      case NON_LOCAL -> nonLocal();
    };
  }

  private NetworkCost squeezeExcitation() {
    int channels = main.channels();
    int hidden = Attention.SQUEEZE_EXCITATION.hiddenChannels(channels);
    return linear(channels, hidden)
        .plus(bias(hidden))
        .plus(linear(hidden, channels))
        .plus(bias(channels));
  }

  private NetworkCost nonLocal() {
    int hidden = Attention.NON_LOCAL.hiddenChannels(main.channels());
    FeatureMap query = main.through(hidden, 1);
    FeatureMap pooled = new FeatureMap(hidden, main.height() / 2, main.width() / 2);
    long queries = (long) query.height() * query.width();
    long keys = (long) pooled.height() * pooled.width();
    return convolution(1, main.channels(), query)
        .plus(convolution(1, main.channels(), pooled))
        .plus(convolution(1, main.channels(), pooled))
        .plus(matrixProduct(queries, hidden, keys))
        .plus(matrixProduct(queries, keys, hidden))
        .plus(pointwise(hidden, main));
  }

  private NetworkCost projection() {
    if (layer.stride() == 1) {
      return NetworkCost.NOTHING;
    }
    FeatureMap projected = main.through(layer.inputChannels(), 1);
    return depth(projected).plus(pointwise(projected.channels(), projected));
  }

  private NetworkCost depth(FeatureMap output) {
    return depthwise(kernel, output).plus(normalization(output));
  }

  private static NetworkCost pointwise(int inputChannels, FeatureMap output) {
    return convolution(1, inputChannels, output).plus(normalization(output));
  }
}
