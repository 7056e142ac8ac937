package io.tamnas.benchmarks.results;

import io.tamnas.space.BlockChoice;
import io.tamnas.space.Genotype;
import io.tamnas.space.SearchSpace;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Three subnets that every row measures: the same block and the same scale in each layer. */
final class FixedSubnets {
  private FixedSubnets() {}

  static Map<String, Genotype> of(SearchSpace space) {
    Map<String, Genotype> subnets = new LinkedHashMap<>();
    subnets.put("small", uniform(space, "shuffle3", 0.0));
    subnets.put("middle", uniform(space, "xception", 0.5));
    subnets.put("large", uniform(space, "shuffle7", 1.0));
    return subnets;
  }

  private static Genotype uniform(SearchSpace space, String block, double scale) {
    List<Integer> genes = new ArrayList<>();
    space.layers().forEach(layer -> genes.add(layer.blocks().indexOf(BlockChoice.parse(block))));
    space.layers().forEach(layer -> genes.add((int) (scale * (layer.scales().size() - 1))));
    return new Genotype(genes);
  }
}
