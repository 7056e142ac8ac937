package io.tamnas.search.generation;

import io.tamnas.space.Genotype;
import io.tamnas.space.Layer;
import io.tamnas.space.NetworkCost;
import io.tamnas.space.SearchSpace;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The most that a subnet of a space can cost. Layers cost independently of one another, so each is
 * maximized on its own; parameters and multiply-adds may come from different subnets.
 */
final class LargestSubnet {

  private LargestSubnet() {}

  static NetworkCost cost(SearchSpace space) {
    NetworkCost total = NetworkCost.ofFrame(space);
    for (int layer = 0; layer < space.layers().size(); layer++) {
      total = total.plus(largest(space, layer));
    }
    return total;
  }

  private static NetworkCost largest(SearchSpace space, int index) {
    Layer layer = space.layers().get(index);
    long parameters = 0;
    long multiplyAdds = 0;
    for (int block = 0; block < layer.blocks().size(); block++) {
      for (int scale = 0; scale < layer.scales().size(); scale++) {
        NetworkCost cost =
            NetworkCost.of(space.subnet(choice(space, index, block, scale)).get(index));
        parameters = Math.max(parameters, cost.parameters());
        multiplyAdds = Math.max(multiplyAdds, cost.multiplyAdds());
      }
    }
    return new NetworkCost(parameters, multiplyAdds);
  }

  private static Genotype choice(SearchSpace space, int layer, int block, int scale) {
    List<Integer> genes = new ArrayList<>(Collections.nCopies(2 * space.layers().size(), 0));
    genes.set(layer, block);
    genes.set(space.layers().size() + layer, scale);
    return new Genotype(genes);
  }
}
