package io.tamnas.nets.measuring;

/**
 * How many images a subnet classifies correctly.
 *
 * @param images measured
 * @param cleanCorrect of the images as they are
 * @param adversarialCorrect of those, how many stay correct at every step of every run of the
 *     attack
 */
public record Measurement(int images, int cleanCorrect, int adversarialCorrect) {
  public Measurement {
    if (adversarialCorrect < 0 || adversarialCorrect > cleanCorrect || cleanCorrect > images) {
      throw new IllegalArgumentException(
          "counts contradict one another: %d adversarial, %d clean, %d images"
              .formatted(adversarialCorrect, cleanCorrect, images));
    }
  }
}
