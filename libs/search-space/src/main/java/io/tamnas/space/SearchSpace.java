package io.tamnas.space;

import java.util.ArrayList;
import java.util.List;

/**
 * Every network that may be found: the fixed frame (stem, widths, strides, head) and each layer's
 * choices of block and channel scale.
 *
 * @param headWidth output channels of the last 1×1 convolution
 */
public record SearchSpace(
    InputShape input, int classes, Stem stem, List<Layer> layers, int headWidth) {
  public SearchSpace {
    layers = List.copyOf(layers);
  }

  /**
   * The subnet that a genotype names, layer by layer.
   *
   * @throws IllegalArgumentException where the genotype has another length or an index out of range
   */
  public List<SubnetLayer> subnet(Genotype genotype) {
    int count = layers.size();
    List<SubnetLayer> subnet = new ArrayList<>(count);
    int channels = stem.width();
    int height = (input.height() + stem.stride() - 1) / stem.stride();
    int width = (input.width() + stem.stride() - 1) / stem.stride();
    for (int i = 0; i < count; i++) {
      Layer layer = layers.get(i);
      BlockChoice block = layer.blocks().get(genotype.genes().get(i));
      ChannelScale scale = layer.scales().get(genotype.genes().get(count + i));
      SubnetLayer chosen =
          new SubnetLayer(
              i,
              block,
              scale.middleChannels(layer.width()),
              channels,
              layer.width(),
              layer.stride(),
              height,
              width);
      subnet.add(chosen);
      channels = layer.width();
      height = chosen.outputHeight();
      width = chosen.outputWidth();
    }
    return List.copyOf(subnet);
  }

  /** How many choices each gene has: L block genes, then L channel genes. */
  public List<Integer> geneSizes() {
    List<Integer> sizes = new ArrayList<>(2 * layers.size());
    layers.forEach(layer -> sizes.add(layer.blocks().size()));
    layers.forEach(layer -> sizes.add(layer.scales().size()));
    return List.copyOf(sizes);
  }
}
