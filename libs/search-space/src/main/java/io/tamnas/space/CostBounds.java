package io.tamnas.space;

import java.util.List;
import java.util.NoSuchElementException;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.stream.LongStream;

/**
 * The least and the most that networks of one space cost; parameters and multiply-adds each on
 * their own, so no network need have both.
 */
public record CostBounds(NetworkCost least, NetworkCost most) {

  /**
   * The bounds of a space, exact: the cost of a layer does not depend on the choices of another.
   *
   * @throws NoSuchElementException where a layer has no choice
   */
  public static CostBounds of(SearchSpace space) {
    NetworkCost least = NetworkCost.ofFrame(space);
    NetworkCost most = least;
    List<FeatureMap> maps = space.featureMaps();
    for (int i = 0; i < space.layers().size(); i++) {
      List<NetworkCost> costs = costs(i, maps.get(i), space.layers().get(i));
      least = least.plus(each(costs, LongStream::min));
      most = most.plus(each(costs, LongStream::max));
    }
    return new CostBounds(least, most);
  }

  private static List<NetworkCost> costs(int index, FeatureMap input, Layer layer) {
    return layer.blocks().stream()
        .flatMap(b -> layer.scales().stream().map(s -> layer.chosen(index, input, b, s)))
        .map(NetworkCost::of)
        .toList();
  }

  private static NetworkCost each(
      List<NetworkCost> costs, Function<LongStream, OptionalLong> extreme) {
    LongStream parameters = costs.stream().mapToLong(NetworkCost::parameters);
    LongStream multiplyAdds = costs.stream().mapToLong(NetworkCost::multiplyAdds);
    return new NetworkCost(
        extreme.apply(parameters).orElseThrow(), extreme.apply(multiplyAdds).orElseThrow());
  }
}
