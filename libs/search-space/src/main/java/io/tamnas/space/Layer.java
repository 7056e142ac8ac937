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
}
