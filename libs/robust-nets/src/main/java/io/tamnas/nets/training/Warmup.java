package io.tamnas.nets.training;

/**
 * Something that rises linearly from 0 to 1 over the first steps and stays there.
 *
 * @param steps how long it rises
 */
record Warmup(int steps) {

  /** Over a share of all steps. */
  static Warmup over(double share, int steps) {
    return new Warmup((int) Math.round(share * steps));
  }

  /** How far it is in a step, in [0, 1]. */
  double share(int step) {
    return step >= steps ? 1 : (double) step / steps;
  }
}
