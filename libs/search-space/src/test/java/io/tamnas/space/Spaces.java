package io.tamnas.space;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.IntStream;

/** Spaces and subnets to test with. */
final class Spaces {

  static final InputShape COLOUR_32 = new InputShape(3, 32, 32);

  private Spaces() {}

  static RandomGenerator seeded(long seed) {
    return RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
  }

  static List<BlockChoice> blocks(String... names) {
    return List.of(names).stream().map(BlockChoice::parse).toList();
  }

  static List<ChannelScale> scales(String... texts) {
    return List.of(texts).stream().map(ChannelScale::parse).toList();
  }

  static SearchSpace nano() {
    return Preset.TAM_NANO.space(
        COLOUR_32, 10, PresetWidth.FULL, BlockChoice.PLAIN, ChannelScale.ALL);
  }

  /** A space of the preset's frame in which the given choice is the only one. */
  static SearchSpace only(Preset preset, PresetWidth width, String block, String scale) {
    return preset.space(COLOUR_32, 10, width, blocks(block), scales(scale));
  }

  /** The genotype of zeros. */
  static Genotype first(SearchSpace space) {
    return new Genotype(space.geneSizes().stream().map(size -> 0).toList());
  }

  /** Any space without violations: every stride, odd stems and sides, and choices of every kind. */
  static SearchSpace random(RandomGenerator random) {
    InputShape input =
        new InputShape(random.nextInt(1, 5), random.nextInt(16, 40), random.nextInt(16, 40));
    Stem stem = new Stem(random.nextInt(2, 20), random.nextInt(1, 3));
    FeatureMap map = input.map().through(stem.width(), stem.stride());
    List<Layer> layers = new ArrayList<>();
    for (int i = random.nextInt(1, 6); i > 0; i--) {
      int stride = map.hasAtLeast(2) ? random.nextInt(1, 3) : 1;
      int least = Math.max(4, map.channels() + 1);
      map = map.through((least + random.nextInt(10) + 1) / 2 * 2, stride);
      layers.add(layer(map, stride, layers, random));
    }
    return new SearchSpace(input, random.nextInt(2, 200), stem, layers, random.nextInt(1, 100));
  }

  private static Layer layer(
      FeatureMap leaving, int stride, List<Layer> before, RandomGenerator random) {
    if (!before.isEmpty() && random.nextBoolean()) {
      Layer last = before.getLast();
      List<BlockChoice> kept = last.blocks().stream().filter(b -> b.fits(leaving)).toList();
      if (!kept.isEmpty()) {
        return new Layer(leaving.channels(), stride, kept, last.scales());
      }
    }
    List<BlockChoice> fitting =
        BlockChoice.ALL.stream().filter(block -> block.fits(leaving)).toList();
    return new Layer(
        leaving.channels(), stride, some(fitting, random), some(ChannelScale.ALL, random));
  }

  private static <T> List<T> some(List<T> all, RandomGenerator random) {
    List<T> left = new ArrayList<>(all);
    return IntStream.range(0, random.nextInt(1, all.size() + 1))
        .mapToObj(i -> left.remove(random.nextInt(left.size())))
        .toList();
  }
}
