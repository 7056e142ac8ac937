package io.tamnas.search.explanation;

import io.tamnas.space.BlockChoice;
import io.tamnas.space.ChannelScale;
import io.tamnas.space.Genotype;
import io.tamnas.space.Layer;
import io.tamnas.space.SearchSpace;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

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

  /**
   * Whether the next layer's finding says the same: the same blocks, or scales that overlap or
   * touch among those of the layer.
   */
  boolean joins(Finding next, List<ChannelScale> all) {
    return last + 1 == next.first
        && tendency == next.tendency
        && blocks.equals(next.blocks)
        && (scales.isEmpty() ? next.scales.isEmpty() : touches(next, all));
  }

  private boolean touches(Finding next, List<ChannelScale> all) {
    return !next.scales.isEmpty()
        && all.indexOf(scales.getFirst()) <= all.indexOf(next.scales.getLast()) + 1
        && all.indexOf(next.scales.getFirst()) <= all.indexOf(scales.getLast()) + 1;
  }

  Finding joined(Finding next, List<ChannelScale> all) {
    List<ChannelScale> both =
        all.stream().filter(one -> scales.contains(one) || next.scales.contains(one)).toList();
    return new Finding(tendency, first, next.last, blocks, both, larger(next));
  }

  /** Whether both are of blocks, say it of the same layers, and say the same of them. */
  boolean isAlternativeTo(Finding other) {
    return !blocks.isEmpty() && !other.blocks.isEmpty() && says(other);
  }

  Finding or(Finding other) {
    List<BlockChoice> both = Stream.concat(blocks.stream(), other.blocks.stream()).toList();
    return new Finding(tendency, first, last, both, scales, larger(other));
  }

  /** Whether these blocks and those scales are favoured by the same layers. */
  boolean canBeAt(Finding other) {
    return tendency == Tendency.FAVOURED
        && !blocks.isEmpty()
        && other.blocks.isEmpty()
        && says(other);
  }

  /**
   * These blocks at those scales.
   *
   * @param joint the largest adjusted p of both together
   */
  Finding at(Finding other, double joint) {
    return new Finding(tendency, first, last, blocks, other.scales, Math.max(joint, larger(other)));
  }

  private boolean says(Finding other) {
    return tendency == other.tendency && first == other.first && last == other.last;
  }

  private double larger(Finding other) {
    return Math.max(adjusted, other.adjusted);
  }

  /** Whether a subnet has in that layer what was found. */
  Predicate<Genotype> isMadeIn(SearchSpace space, int layer) {
    Layer choices = space.layers().get(layer);
    int count = space.layers().size();
    return genotype ->
        (blocks.isEmpty() || blocks.contains(choices.blocks().get(genotype.genes().get(layer))))
            && (scales.isEmpty()
                || scales.contains(choices.scales().get(genotype.genes().get(count + layer))));
  }
}
