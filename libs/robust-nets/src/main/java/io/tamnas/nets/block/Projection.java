package io.tamnas.nets.block;

import io.tamnas.space.SubnetLayer;
import java.util.List;

/** What stands beside the main branch at stride 2. */
final class Projection {
  private Projection() {}

  static List<NormedConvolution> of(String prefix, SubnetLayer layer) {
    int channels = layer.inputChannels();
    return List.of(
        NormedConvolution.depthwise(
            prefix + ".0", prefix + ".1", channels, layer.block().kind().kernel(), layer.stride()),
        NormedConvolution.full(
            prefix + ".2", prefix + ".3", channels, layer.passedChannels(), 1, 1));
  }
}
