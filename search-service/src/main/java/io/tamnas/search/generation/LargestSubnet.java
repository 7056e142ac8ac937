package io.tamnas.search.generation;

import io.tamnas.space.Genotype;
import io.tamnas.space.Layer;
import io.tamnas.space.NetworkCost;
import io.tamnas.space.SearchSpace;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/**
 * The most that a subnet of a space can cost. Layers cost independently of one another, so each is
 * maximized on its own; parameters and multiply-adds may come from different subnets.
 */
public final class LargestSubnet {

  private LargestSubnet() {}

  static NetworkCost cost(SearchSpace space) {
    NetworkCost total = NetworkCost.ofFrame(space);
    for (int layer = 0; layer < space.layers().size(); layer++) {
      total = total.plus(largest(space, layer));
    }
    return total;
  }

  /**
   * In each layer the choice with the most multiply-adds; of equals the one with more parameters,
   * then the first.
   */
  public static Genotype genotype(SearchSpace space) {
    int layers = space.layers().size();
    List<Integer> genes = new ArrayList<>(Collections.nCopies(2 * layers, 0));
    for (int layer = 0; layer < layers; layer++) {
      Genotype choice = mostMultiplyAdds(space, layer);
      genes.set(layer, choice.genes().get(layer));
      genes.set(layers + layer, choice.genes().get(layers + layer));
    }
    return new Genotype(genes);
  }

  private static Genotype mostMultiplyAdds(SearchSpace space, int index) {
    Comparator<NetworkCost> order =
        Comparator.comparingLong(NetworkCost::multiplyAdds)
            .thenComparingLong(NetworkCost::parameters);
    Genotype most = choice(space, index, 0, 0);
    for (int block = 0; block < space.layers().get(index).blocks().size(); block++) {
      for (int scale = 0; scale < space.layers().get(index).scales().size(); scale++) {
        Genotype other = choice(space, index, block, scale);
        if (order.compare(cost(space, index, other), cost(space, index, most)) > 0) {
          most = other;
        }
      }
    }
    return most;
  }

  private static NetworkCost cost(SearchSpace space, int layer, Genotype genotype) {
    return NetworkCost.of(space.subnet(genotype).get(layer));
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
