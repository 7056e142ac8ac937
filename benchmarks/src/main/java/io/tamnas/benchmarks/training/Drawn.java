package io.tamnas.benchmarks.training;

import io.tamnas.nets.dataset.Dataset;
import io.tamnas.nets.random.NoiseStream;
import io.tamnas.nets.random.Permutation;
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
 * What the seed draws for a step, told again for the peer. It follows the training's own draws;
 * where they change, the losses of the two sides part, and the comparison says so.
 */
record Drawn(SearchSpace space, Dataset dataset) {

  /** Uniform over blocks, then over scales, the widest first. */
  Genotype path(int step) {
    RandomGenerator random = SplitMix.of(StepsOfPaths.SEED, "path", step);
    List<Integer> genes = new ArrayList<>();
    for (Layer layer : space.layers()) {
      genes.add(random.nextInt(layer.blocks().size()));
    }
    for (Layer layer : space.layers()) {
      List<Integer> scales = widestFirst(layer.scales());
      genes.add(scales.get(random.nextInt(scales.size())));
    }
    return new Genotype(genes);
  }

  private static List<Integer> widestFirst(List<ChannelScale> scales) {
    return IntStream.range(0, scales.size())
        .boxed()
        .sorted(Comparator.comparing(scales::get, Comparator.reverseOrder()))
        .toList();
  }

  /** Numbers of the step's images, within the first epoch. */
  int[] images(int step) {
    int count = dataset.training().size();
    if (count < StepsOfPaths.STEPS * StepsOfPaths.BATCH) {
      throw new IllegalArgumentException(count + " training images are too few for one epoch");
    }
    int[] order = Permutation.draw(count, SplitMix.of(StepsOfPaths.SEED, "order", 0));
    return IntStream.range(step * StepsOfPaths.BATCH, (step + 1) * StepsOfPaths.BATCH)
        .map(position -> order[position])
        .toArray();
  }

  /** Intensities in [0, 1]. */
  float[] pixels(int[] images) {
    int size = imageSize();
    byte[] bytes = new byte[images.length * size];
    for (int i = 0; i < images.length; i++) {
      dataset.training().copyPixels(images[i], bytes, i * size);
    }
    float[] pixels = new float[bytes.length];
    for (int i = 0; i < bytes.length; i++) {
      pixels[i] = (bytes[i] & 0xFF) / 255f;
    }
    return pixels;
  }

  /** Of the random start, in [0, 1). */
  float[] noise(int step) {
    int size = imageSize();
    NoiseStream stream = new NoiseStream(SplitMix.key(StepsOfPaths.SEED, "noise", step), size);
    float[] noise = new float[StepsOfPaths.BATCH * size];
    for (int i = 0; i < StepsOfPaths.BATCH; i++) {
      stream.fill(i, noise, i * size);
    }
    return noise;
  }

  /** The cosine without warm-up. */
  static double learningRate(int step, int steps) {
    return StepsOfPaths.OPTIMIZER.learningRate()
        * 0.5
        * (1 + StrictMath.cos(StrictMath.PI * step / steps));
  }

  private int imageSize() {
    return dataset.shape().channels() * dataset.shape().height() * dataset.shape().width();
  }
}
