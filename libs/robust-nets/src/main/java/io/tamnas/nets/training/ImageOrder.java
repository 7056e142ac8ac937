package io.tamnas.nets.training;

import io.tamnas.nets.random.Permutation;
import io.tamnas.nets.random.SplitMix;

/** Which images a step sees: every image once per epoch, in an order drawn for the epoch. */
final class ImageOrder {
  private final int images;
  private final int batch;
  private final long seed;
  private long epoch = -1;
  private int[] order = {};

  ImageOrder(int images, int batch, long seed) {
    this.images = images;
    this.batch = batch;
    this.seed = seed;
  }

  /** The images of a step; a batch may reach into the next epoch. */
  int[] at(int step) {
    int[] chosen = new int[batch];
    for (int i = 0; i < batch; i++) {
      long position = (long) step * batch + i;
      chosen[i] = ofEpoch(position / images)[(int) (position % images)];
    }
    return chosen;
  }

  private int[] ofEpoch(long wanted) {
    if (wanted != epoch) {
      order = Permutation.draw(images, SplitMix.of(seed, "order", wanted));
      epoch = wanted;
    }
    return order;
  }
}
