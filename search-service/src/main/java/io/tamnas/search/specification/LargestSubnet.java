package io.tamnas.search.specification;

import io.tamnas.space.FeatureMap;
import io.tamnas.space.Genotype;
import io.tamnas.space.Layer;
import io.tamnas.space.NetworkCost;
import io.tamnas.space.SearchSpace;
import io.tamnas.space.SubnetLayer;
import java.util.ArrayList;
import java.util.List;

/**
 * The subnet of a space with the most parameters. Widths between layers are fixed, so each layer's
 * largest choice is looked for on its own; of equally large ones it is the first block with its
 * first scale.
 */
final class LargestSubnet {

  private LargestSubnet() {}

  /** A block and a scale of a layer, by their places there, and what they cost. */
  private record Choice(int block, int scale, long parameters) {}

  static Genotype of(SearchSpace space) {
    List<FeatureMap> maps = space.featureMaps();
    List<Integer> blocks = new ArrayList<>();
    List<Integer> scales = new ArrayList<>();
    for (int i = 0; i < space.layers().size(); i++) {
      Choice largest = largest(i, space.layers().get(i), maps.get(i));
      blocks.add(largest.block());
      scales.add(largest.scale());
    }
    blocks.addAll(scales);
    return new Genotype(blocks);
  }

  private static Choice largest(int index, Layer layer, FeatureMap entering) {
    Choice largest = new Choice(0, 0, -1);
    for (int block = 0; block < layer.blocks().size(); block++) {
      for (int scale = 0; scale < layer.scales().size(); scale++) {
        long parameters = parameters(index, layer, entering, block, scale);
        if (parameters > largest.parameters()) {
          largest = new Choice(block, scale, parameters);
        }
      }
    }
    return largest;
  }

  private static long parameters(
      int index, Layer layer, FeatureMap entering, int block, int scale) {
    return NetworkCost.of(
            new SubnetLayer(
                index,
                layer.blocks().get(block),
                layer.scales().get(scale).middleChannels(layer.width()),
                entering.channels(),
                layer.width(),
                layer.stride(),
                entering.height(),
                entering.width()))
        .parameters();
  }
}
