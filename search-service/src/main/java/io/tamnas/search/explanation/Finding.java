package io.tamnas.search.explanation;

import io.tamnas.space.BlockChoice;
import io.tamnas.space.ChannelScale;
import io.tamnas.space.Genotype;
import io.tamnas.space.Layer;
import io.tamnas.space.SearchSpace;
import java.util.List;
import java.util.function.Predicate;

/**
 * What neighbouring layers of one stage have significantly more or less often on the front.
 *
 * @param first index of the first layer
 * @param last index of the last layer
 * @param blocks one of these; empty: any
 * @param scales one of these, adjacent and from the narrowest; empty: any
 * @param adjusted the largest adjusted p of all tests it rests on
 */
record Finding(
    Tendency tendency,
    int first,
    int last,
    List<BlockChoice> blocks,
    List<ChannelScale> scales,
    double adjusted) {

  int layers() {
    return last - first + 1;
  }

  Finding withoutScales() {
    return new Finding(tendency, first, last, blocks, List.of(), adjusted);
  }

  Finding withoutBlocks() {
    return new Finding(tendency, first, last, List.of(), scales, adjusted);
  }

  boolean isOfBlocksAndScales() {
    return !blocks.isEmpty() && !scales.isEmpty();
  }

  /**
   * Whether the next layer's finding says the same: the same blocks, and scales that overlap or
   * touch among those of the layer.
   */
  boolean joins(Finding next, List<ChannelScale> all) {
    return last + 1 == next.first
        && tendency == next.tendency
        && blocks.equals(next.blocks)
        && scales.isEmpty() == next.scales.isEmpty()
        && (scales.isEmpty() || touches(next, all));
  }

  private boolean touches(Finding next, List<ChannelScale> all) {
    return all.indexOf(scales.getFirst()) <= all.indexOf(next.scales.getLast()) + 1
        && all.indexOf(next.scales.getFirst()) <= all.indexOf(scales.getLast()) + 1;
  }

  Finding joined(Finding next, List<ChannelScale> all) {
    return new Finding(
        tendency,
        first,
        next.last,
        blocks,
        all.stream()
            .filter(scale -> scales.contains(scale) || next.scales.contains(scale))
            .toList(),
        Math.max(adjusted, next.adjusted));
  }

  /** Whether the subnet has in that layer what was found. */
  Predicate<Genotype> isMadeIn(SearchSpace space, int layer) {
    Layer choices = space.layers().get(layer);
    int count = space.layers().size();
    return genotype ->
        (blocks.isEmpty() || blocks.contains(choices.blocks().get(genotype.genes().get(layer))))
            && (scales.isEmpty()
                || scales.contains(choices.scales().get(genotype.genes().get(count + layer))));
  }
}
