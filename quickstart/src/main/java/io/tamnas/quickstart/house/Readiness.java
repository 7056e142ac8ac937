package io.tamnas.quickstart.house;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for something that a process makes true after a while. */
final class Readiness {

  private static final Duration PAUSE = Duration.ofMillis(100);

  private Readiness() {}

  /**
   * @throws HouseException where the process ends first, or the deadline passes
   */
  static void await(String what, Duration deadline, Resident process, BooleanSupplier ready) {
    long end = System.nanoTime() + deadline.toNanos();
    while (!ready.getAsBoolean()) {
      process
          .obituary()
          .ifPresent(
              text -> {
                throw new HouseException(text);
              });
      if (System.nanoTime() - end > 0) {
        throw new HouseException(what + " was not ready within " + deadline.toSeconds() + " s");
      }
      LockSupport.parkNanos(PAUSE.toNanos());
      if (Thread.currentThread().isInterrupted()) {
        throw new HouseException("interrupted while waiting for " + what);
      }
    }
  }
}
