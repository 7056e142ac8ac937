package io.tamnas.nets.attack;

import io.tamnas.nets.random.SplitMix;

/**
 * One image under the square attack in the L∞ norm (Andriushchenko et al. 2020, arXiv 1912.00049,
 * algorithms 1 and 2): the best image so far, and the proposal that is asked next. Every pixel is
 * at an end of its range, so a proposal is a square in which each channel is at one end.
 *
 * <p>What is drawn depends on the key and the query alone. A proposal that changes nothing has a
 * known answer, counts as a query and is not asked.
 */
final class SquareWalk {
  private static final int START = -1;

  private final long key;
  private final Planes planes;
  private final SquareSchedule schedule;
  private final float[] lower;
  private final float[] upper;
  private final float[] best;
  private float margin = Float.POSITIVE_INFINITY;
  private int query = START;
  private Square square;

  /**
   * The form of an image.
   *
   * @param channels each a plane of height × width
   */
  record Planes(int channels, int height, int width) {
    int size() {
      return channels * height * width;
    }
  }

  /** Where a proposal differs from the best; the n-th bit says whether channel n goes up. */
  record Square(int top, int left, int height, int width, long ends) {}

  /**
   * Begins with vertical stripes, each channel's of its own.
   *
   * @param clean CHW, in [0, 1]
   * @param key of everything that is drawn
   */
  SquareWalk(float[] clean, Planes planes, double epsilon, long key) {
    this.key = key;
    this.planes = planes;
    this.schedule = new SquareSchedule(planes.height(), planes.width());
    this.lower = clean.clone();
    this.upper = clean.clone();
    for (int i = 0; i < clean.length; i++) {
      lower[i] = Math.max(0, clean[i] - (float) epsilon);
      upper[i] = Math.min(1, clean[i] + (float) epsilon);
    }
    this.best = new float[clean.length];
    drawStripes();
    this.square = new Square(0, 0, planes.height(), planes.width(), 0);
  }

  private void drawStripes() {
    SplitMix random = SplitMix.of(key, "square stripes");
    for (int channel = 0; channel < planes.channels(); channel++) {
      for (int column = 0; column < planes.width(); column++) {
        float[] end = random.nextBoolean() ? upper : lower;
        for (int row = 0; row < planes.height(); row++) {
          int i = (channel * planes.height() + row) * planes.width() + column;
          best[i] = end[i];
        }
      }
    }
  }

  /** Writes the best image. */
  void writeBest(float[] batch, int offset) {
    System.arraycopy(best, 0, batch, offset, best.length);
  }

  /**
   * Turns the best image, which stands in the batch, into the next proposal that differs from it.
   *
   * @param queries how many proposals there are
   * @return whether there was one
   */
  boolean propose(int queries, float[] batch, int offset) {
    while (++query < queries) {
      square = draw(query);
      if (write(batch, offset)) {
        return true;
      }
    }
    return false;
  }

  /** The square of a query, each place within the image alike. */
  Square draw(int number) {
    SplitMix random = SplitMix.of(key, "square", number);
    int side = schedule.side(number);
    int top = random.nextInt(planes.height() - side + 1);
    int left = random.nextInt(planes.width() - side + 1);
    return new Square(top, left, side, side, random.nextLong());
  }

  private boolean write(float[] batch, int offset) {
    boolean changes = false;
    for (int channel = 0; channel < planes.channels(); channel++) {
      float[] end = (square.ends() >>> channel & 1) == 1 ? upper : lower;
      for (int row = 0; row < square.height(); row++) {
        int from = position(channel, row);
        for (int i = from; i < from + square.width(); i++) {
          changes |= end[i] != best[i];
          batch[offset + i] = end[i];
        }
      }
    }
    return changes;
  }

  /**
   * Keeps the proposal if it lowers the margin, else takes it back.
   *
   * @param found by how much the true logit exceeds the others on what stands in the batch
   */
  void hear(float found, float[] batch, int offset) {
    boolean better = found < margin;
    for (int channel = 0; channel < planes.channels(); channel++) {
      for (int row = 0; row < square.height(); row++) {
        int i = position(channel, row);
        if (better) {
          System.arraycopy(batch, offset + i, best, i, square.width());
        } else {
          System.arraycopy(best, i, batch, offset + i, square.width());
        }
      }
    }
    margin = better ? found : margin;
  }

  private int position(int channel, int row) {
    return (channel * planes.height() + square.top() + row) * planes.width() + square.left();
  }
}
