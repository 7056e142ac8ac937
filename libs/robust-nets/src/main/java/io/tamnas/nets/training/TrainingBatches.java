package io.tamnas.nets.training;

import io.tamnas.nets.dataset.Dataset;
import io.tamnas.nets.dataset.Images;
import io.tamnas.nets.random.SplitMix;
import io.tamnas.space.InputShape;
import java.util.random.RandomGenerator;

/** The augmented training images of each step: a function of the seed and the step. */
final class TrainingBatches {
  private final Images images;
  private final InputShape shape;
  private final Augmentation augmentation;
  private final ImageOrder order;
  private final long seed;

  TrainingBatches(Dataset dataset, TrainingRecipe recipe, long seed) {
    this.images = dataset.training();
    this.shape = dataset.shape();
    this.augmentation = recipe.augmentation();
    this.order = new ImageOrder(images.size(), recipe.batchSize(), seed);
    this.seed = seed;
  }

  /**
   * Images of a step and their classes.
   *
   * @param pixels N × C × H × W in [0, 1], row-major
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Batch(float[] pixels, int[] labels) {}

  Batch at(int step) {
    int[] chosen = order.at(step);
    int size = shape.channels() * shape.height() * shape.width();
    float[] pixels = new float[chosen.length * size];
    int[] labels = new int[chosen.length];
    byte[] original = new byte[size];
    for (int i = 0; i < chosen.length; i++) {
      images.copyPixels(chosen[i], original, 0);
      labels[i] = images.label(chosen[i]);
      augment(original, SplitMix.of(seed, "augmentation", step, i), pixels, i * size);
    }
    return new Batch(pixels, labels);
  }

  private void augment(byte[] original, RandomGenerator random, float[] pixels, int offset) {
    view(random).copy(original, pixels, offset);
    if (augmentation.cutout() > 0) {
      Cutout.drawn(shape, augmentation.cutout(), random).apply(pixels, offset);
    }
  }

  private ImageView view(RandomGenerator random) {
    int crop = augmentation.crop();
    int down = random.nextInt(2 * crop + 1) - crop;
    int right = random.nextInt(2 * crop + 1) - crop;
    boolean mirrored =
        switch (augmentation.mirror()) {
          case NEVER -> false;
          case RANDOM -> random.nextBoolean();
        };
    return new ImageView(shape, down, right, mirrored);
  }
}
