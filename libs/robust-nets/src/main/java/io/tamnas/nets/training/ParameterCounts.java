package io.tamnas.nets.training;

import io.tamnas.space.Genotype;
import io.tamnas.space.Layer;
import io.tamnas.space.NetworkCost;
import io.tamnas.space.SearchSpace;
import io.tamnas.space.SubnetLayer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How many parameters each choice of each layer costs, counted from the genotype alone. Widths
 * between layers are fixed, so a network's count is the sum over its layers.
 */
final class ParameterCounts {
  private final int layers;
  private final long frame;
  private final List<long[][]> counts;

  ParameterCounts(SearchSpace space) {
    this.layers = space.layers().size();
    this.frame = NetworkCost.ofFrame(space).parameters();
    this.counts = IntStream.range(0, layers).mapToObj(layer -> table(space, layer)).toList();
  }

  /** By block and scale. */
  private static long[][] table(SearchSpace space, int index) {
    Layer layer = space.layers().get(index);
    long[][] table = new long[layer.blocks().size()][layer.scales().size()];
    for (int block = 0; block < table.length; block++) {
      for (int scale = 0; scale < table[block].length; scale++) {
        table[block][scale] = NetworkCost.of(chosen(space, index, block, scale)).parameters();
      }
    }
    return table;
  }

  private static SubnetLayer chosen(SearchSpace space, int index, int block, int scale) {
    int layers = space.layers().size();
    List<Integer> genes = new ArrayList<>(Collections.nCopies(2 * layers, 0));
    genes.set(index, block);
    genes.set(layers + index, scale);
    return space.subnet(new Genotype(genes)).get(index);
  }

  /** Of one layer with those choices. */
  long of(int layer, int block, int scale) {
    return counts.get(layer)[block][scale];
  }

  /** Of the whole network. */
  long of(Genotype genotype) {
    List<Integer> genes = genotype.genes();
    return frame
        + IntStream.range(0, layers)
            .mapToLong(layer -> of(layer, genes.get(layer), genes.get(layers + layer)))
            .sum();
  }
}
