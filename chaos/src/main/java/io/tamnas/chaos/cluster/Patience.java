package io.tamnas.chaos.cluster;

import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Waiting for what has to come, with an end: whatever hangs fails a test and holds up nobody. */
public final class Patience {

  private static final int PAUSE_MILLIS = 50;

  private Patience() {}

  /**
   * Waits until it holds.
   *
   * @param what is waited for, told where it does not come
   * @throws IllegalStateException where it takes longer than {@link Haste#PATIENCE}
   */
  public static void await(Supplier<String> what, BooleanSupplier condition)
      throws InterruptedException {
    long end = System.nanoTime() + Haste.PATIENCE.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() - end > 0) {
        throw new IllegalStateException(
            "waited for %d s: %s".formatted(Haste.PATIENCE.toSeconds(), what.get()));
      }
      TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
    }
  }
}
