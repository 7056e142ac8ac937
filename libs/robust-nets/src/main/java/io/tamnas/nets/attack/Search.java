package io.tamnas.nets.attack;

/** An attack that changes images pixel by pixel, in plain memory. */
@FunctionalInterface
interface Search {

  /**
   * Attacks images that are classified correctly.
   *
   * @param numbers of the images in their data set
   * @param starts what is drawn depends on a run's stream and an image's number
   */
  Breaches attack(Pixels images, int[] labels, int[] numbers, Starts starts);
}
