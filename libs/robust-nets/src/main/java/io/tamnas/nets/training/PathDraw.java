package io.tamnas.nets.training;

import io.tamnas.nets.random.SplitMix;
import io.tamnas.space.ChannelScale;
import io.tamnas.space.Genotype;
import io.tamnas.space.Layer;
import io.tamnas.space.SearchSpace;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * Which path a step trains: each choice uniform among those that the warm-up of the channel scales
 * allows by then.
 */
final class PathDraw {
  private final SearchSpace space;
  private final Warmup scales;
  private final long seed;

  PathDraw(SearchSpace space, Warmup scales, long seed) {
    this.space = space;
    this.scales = scales;
    this.seed = seed;
  }

  Genotype at(int step) {
    RandomGenerator random = SplitMix.of(seed, "path", step);
    List<Integer> genes = new ArrayList<>();
    for (Layer layer : space.layers()) {
      genes.add(random.nextInt(layer.blocks().size()));
    }
    for (Layer layer : space.layers()) {
      List<Integer> allowed = allowed(layer, step);
      genes.add(allowed.get(random.nextInt(allowed.size())));
    }
    return new Genotype(genes);
  }

  /** Indexes of the widest scales, ever more of them. */
  private List<Integer> allowed(Layer layer, int step) {
    List<ChannelScale> choices = layer.scales();
    int count = 1 + (int) (scales.share(step) * (choices.size() - 1));
    return IntStream.range(0, choices.size())
        .boxed()
        .sorted(Comparator.comparing(choices::get, Comparator.reverseOrder()))
        .limit(count)
        .toList();
  }
}
