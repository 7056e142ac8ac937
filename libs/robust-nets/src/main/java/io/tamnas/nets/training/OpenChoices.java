package io.tamnas.nets.training;

import io.tamnas.space.ChannelScale;
import io.tamnas.space.Genotype;
import io.tamnas.space.Layer;
import io.tamnas.space.SearchSpace;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/** The paths that the warm-up of the channel scales allows: the widest first, all in the end. */
final class OpenChoices {
  private final SearchSpace space;
  private final Warmup scales;
  private final ParameterCounts counts;

  OpenChoices(SearchSpace space, Warmup scales) {
    this.space = space;
    this.scales = scales;
    this.counts = new ParameterCounts(space);
  }

  /** How many parameters a path has. */
  long parameters(Genotype path) {
    return counts.of(path);
  }

  /** A path, each choice uniform among those allowed. */
  Genotype draw(int step, RandomGenerator random) {
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

  /** The same path with one gene drawn anew. */
  Genotype redraw(int step, Genotype path, RandomGenerator random) {
    List<Integer> genes = new ArrayList<>(path.genes());
    int layers = space.layers().size();
    int gene = random.nextInt(genes.size());
    Layer layer = space.layers().get(gene % layers);
    if (gene < layers) {
      genes.set(gene, random.nextInt(layer.blocks().size()));
    } else {
      List<Integer> allowed = allowed(layer, step);
      genes.set(gene, allowed.get(random.nextInt(allowed.size())));
    }
    return new Genotype(genes);
  }

  /** The path with the most parameters; among equals, the first. */
  Genotype largest(int step) {
    return extreme(step, Comparator.<Long>naturalOrder().reversed());
  }

  /** The path with the fewest parameters; among equals, the first. */
  Genotype smallest(int step) {
    return extreme(step, Comparator.naturalOrder());
  }

  private Genotype extreme(int step, Comparator<Long> order) {
    int layers = space.layers().size();
    Integer[] genes = new Integer[2 * layers];
    for (int i = 0; i < layers; i++) {
      int layer = i;
      Choice first =
          choices(layer, step).stream()
              .min(Comparator.comparing(c -> counts.of(layer, c.block(), c.scale()), order))
              .orElseThrow();
      genes[layer] = first.block();
      genes[layers + layer] = first.scale();
    }
    return new Genotype(List.of(genes));
  }

  private record Choice(int block, int scale) {}

  private List<Choice> choices(int index, int step) {
    Layer layer = space.layers().get(index);
    List<Integer> allowed = allowed(layer, step);
    return IntStream.range(0, layer.blocks().size())
        .boxed()
        .flatMap(block -> allowed.stream().map(scale -> new Choice(block, scale)))
        .toList();
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
