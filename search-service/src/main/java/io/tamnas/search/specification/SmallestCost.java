package io.tamnas.search.specification;

import io.tamnas.space.FeatureMap;
import io.tamnas.space.Layer;
import io.tamnas.space.NetworkCost;
import io.tamnas.space.SearchSpace;
import io.tamnas.space.SubnetLayer;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The least that a network of a space can cost. Widths between layers are fixed, so costs add up
 * layer by layer and each layer's least can be looked for on its own. Parameters and multiply-adds
 * each have a least of their own; they need not belong to the same network.
 */
final class SmallestCost {

  private SmallestCost() {}

  static NetworkCost of(SearchSpace space) {
    List<FeatureMap> maps = space.featureMaps();
    return IntStream.range(0, space.layers().size())
        .mapToObj(index -> ofLayer(index, space.layers().get(index), maps.get(index)))
        .reduce(NetworkCost.ofFrame(space), NetworkCost::plus);
  }

  private static NetworkCost ofLayer(int index, Layer layer, FeatureMap entering) {
    return layer.blocks().stream()
        .flatMap(
            block ->
                layer.scales().stream()
                    .map(scale -> scale.middleChannels(layer.width()))
                    .distinct()
                    .map(
                        middle ->
                            new SubnetLayer(
                                index,
                                block,
                                middle,
                                entering.channels(),
                                layer.width(),
                                layer.stride(),
                                entering.height(),
                                entering.width())))
        .map(NetworkCost::of)
        .reduce(SmallestCost::smaller)
        .orElseThrow();
  }

  private static NetworkCost smaller(NetworkCost one, NetworkCost other) {
    return new NetworkCost(
        Math.min(one.parameters(), other.parameters()),
        Math.min(one.multiplyAdds(), other.multiplyAdds()));
  }
}
