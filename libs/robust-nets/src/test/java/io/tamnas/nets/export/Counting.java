package io.tamnas.nets.export;

import io.tamnas.nets.measuring.MeasuringObserver;
import io.tamnas.nets.measuring.MeasuringStopped;

/** Goes on until it has been asked so often. */
final class Counting implements MeasuringObserver {
  private final int limit;
  private int asked;

  Counting(int limit) {
    this.limit = limit;
  }

  Counting() {
    this(Integer.MAX_VALUE);
  }

  int asked() {
    return asked;
  }

  @Override
  public void checkContinue() {
    asked++;
    if (asked >= limit) {
      throw new MeasuringStopped("enough");
    }
  }

  @Override
  public void onProgress(double share) {}
}
