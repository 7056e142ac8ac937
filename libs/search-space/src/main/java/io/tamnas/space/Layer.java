package io.tamnas.space;

import java.util.List;

/**
 * One searched layer: its output width and stride, which are fixed, and its choices of block and
 * channel scale.
 */
public record Layer(int width, int stride, List<BlockChoice> blocks, List<ChannelScale> scales) {
  public Layer {
    blocks = List.copyOf(blocks);
    scales = List.copyOf(scales);
  }

  /** This layer with its choices made, at that place in the network. */
  SubnetLayer chosen(int index, FeatureMap input, BlockChoice block, ChannelScale scale) {
    return new SubnetLayer(
        index,
        block,
        scale.middleChannels(width),
        input.channels(),
        width,
        stride,
        input.height(),
        input.width());
  }

  /** This layer with one choice of each kind, by their indexes. */
  Layer only(int block, int scale) {
    return new Layer(width, stride, List.of(blocks.get(block)), List.of(scales.get(scale)));
  }

  boolean hasChoicesOf(Layer other) {
    return blocks.equals(other.blocks) && scales.equals(other.scales);
  }
}
