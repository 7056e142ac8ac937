package io.tamnas.nets.measuring;

import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/**
 * How many images a subnet classifies correctly.
 *
 * @param images measured
 * @param cleanCorrect of the images as they are
 * @param adversarialCorrect of those, how many stay correct at every step of every run of the
 *     attack
 * @param maskingSigns which signs of masked gradients showed, in the order of their declaration
 */
public record Measurement(
    int images, int cleanCorrect, int adversarialCorrect, Set<MaskingSign> maskingSigns) {
  public Measurement {
    if (adversarialCorrect < 0 || adversarialCorrect > cleanCorrect || cleanCorrect > images) {
      throw new IllegalArgumentException(
          "counts contradict one another: %d adversarial, %d clean, %d images"
              .formatted(adversarialCorrect, cleanCorrect, images));
    }
    maskingSigns = Collections.unmodifiableSet(new TreeSet<>(maskingSigns));
  }
}
