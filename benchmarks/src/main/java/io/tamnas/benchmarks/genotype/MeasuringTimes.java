package io.tamnas.benchmarks.genotype;

import io.tamnas.nets.measuring.MeasuringObserver;

/**
 * The two parts of a measurement: what comes before the first image is attacked (weights copied,
 * statistics taken anew, normalizations folded), and the attack.
 */
final class MeasuringTimes implements MeasuringObserver {
  private final long began = System.nanoTime();
  private long attacked;

  /** In milliseconds; to be asked after the measurement. */
  Cost cost() {
    return new Cost((attacked - began) / 1e6, (System.nanoTime() - attacked) / 1e6);
  }

  /** Both parts in milliseconds. */
  record Cost(double fixed, double attack) {

    /** The fixed part as a share of the attack. */
    double share() {
      return fixed / attack;
    }
  }

  @Override
  public void checkContinue() {
    if (attacked == 0) {
      attacked = System.nanoTime();
    }
  }

  @Override
  public void onProgress(double share) {}
}
