package io.tamnas.nets.training;

import io.tamnas.space.Genotype;
import java.util.random.RandomGenerator;

/**
 * A range of parameter counts from which a path is drawn: uniform paths are rejected until one
 * falls into it. Ranges at the ends are hardly ever hit, so after some rejections the last path
 * walks there, gene by gene; where no path of the range is found, the nearest one serves.
 *
 * @param least in the range
 * @param beyond not in the range any more
 */
record ParameterRange(double least, double beyond) {
  private static final int MOST_DRAWS = 100;
  private static final int MOST_CHANGES = 2000;

  /** One of so many ranges of equal width, from the smallest path's count to the largest's. */
  static ParameterRange of(OpenChoices choices, int step, int range, int ranges) {
    double least = choices.parameters(choices.smallest(step));
    double width = (choices.parameters(choices.largest(step)) + 1 - least) / ranges;
    return new ParameterRange(least + range * width, least + (range + 1) * width);
  }

  /** A path of the range. */
  Genotype draw(OpenChoices choices, int step, RandomGenerator random) {
    Genotype path = choices.draw(step, random);
    for (int i = 1; i < MOST_DRAWS && distance(choices, path) > 0; i++) {
      path = choices.draw(step, random);
    }
    for (int i = 0; i < MOST_CHANGES && distance(choices, path) > 0; i++) {
      Genotype changed = choices.redraw(step, path, random);
      path = distance(choices, changed) <= distance(choices, path) ? changed : path;
    }
    return path;
  }

  private double distance(OpenChoices choices, Genotype path) {
    long count = choices.parameters(path);
    if (count < least) {
      return least - count;
    }
    return count < beyond ? 0 : count - beyond + 1;
  }
}
