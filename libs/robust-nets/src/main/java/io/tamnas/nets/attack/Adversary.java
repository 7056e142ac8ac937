package io.tamnas.nets.attack;

/** An attack under way. A function of its victims, and of noise that depends on their numbers. */
interface Adversary {

  /**
   * Attacks.
   *
   * @param victims all classified correctly; stay open
   * @param finals is told where each image ends that this attack moved
   * @return the rows of those that no step of no run broke, ascending
   */
  int[] survivors(Victims victims, Finals finals);
}
