package io.tamnas.nets.measuring;

/** Whom a measurement tells how it goes, and who may end it. Called from the measuring thread. */
public interface MeasuringObserver {

  /**
   * Asked before every pass of images through a classifier, so every few seconds at least, whatever
   * the attack.
   *
   * @throws MeasuringStopped to end the measurement here
   */
  void checkContinue() throws MeasuringStopped;

  /** The share of the images that is done, in [0, 1]. */
  void onProgress(double share);
}
