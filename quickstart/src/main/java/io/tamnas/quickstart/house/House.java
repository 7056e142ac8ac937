package io.tamnas.quickstart.house;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * All that one run started; what came last is stopped first, and all of it is stopped, whatever
 * happens. Safe for use by the main thread and by the thread that a signal wakes.
 */
public final class House implements AutoCloseable {

  private final Deque<Resident> residents = new ArrayDeque<>();
  private final CountDownLatch closing = new CountDownLatch(1);
  private final Duration grace;

  public House(Duration grace) {
    this.grace = grace;
  }

  /**
   * Starts and keeps a resident.
   *
   * @throws HouseException where the house is closing: nothing new is started then
   */
  public synchronized <R extends Resident> R admit(Supplier<R> start) {
    if (isClosing()) {
      throw new HouseException("nothing is started any more: the quick start is being stopped");
    }
    R resident = start.get();
    residents.push(resident);
    return resident;
  }

  /** Stops a resident that is to be started again. */
  public synchronized void dismiss(Resident resident) {
    residents.remove(resident);
    resident.stop(grace);
  }

  /**
   * Checks that nothing has ended by itself.
   *
   * @throws HouseException telling how a resident ended
   */
  public void requireAlive() {
    for (Resident resident : snapshot()) {
      resident
          .obituary()
          .ifPresent(
              text -> {
                throw new HouseException(text);
              });
    }
  }

  public boolean isClosing() {
    return closing.getCount() == 0;
  }

  /** Waits that long, or until somebody closes the house: true where somebody does. */
  public boolean awaitClosing(Duration time) throws InterruptedException {
    return closing.await(time.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** Stops everything; the second caller waits until the first is through. */
  @Override
  public void close() {
    closing.countDown();
    stopAll();
  }

  private synchronized void stopAll() {
    List<RuntimeException> failures = new ArrayList<>();
    while (!residents.isEmpty()) {
      try {
        residents.pop().stop(grace);
      } catch (RuntimeException failure) {
        failures.add(failure);
      }
    }
    if (!failures.isEmpty()) {
      HouseException all =
          new HouseException("not everything could be stopped", failures.getFirst());
      failures.stream().skip(1).forEach(all::addSuppressed);
      throw all;
    }
  }

  private synchronized List<Resident> snapshot() {
    return List.copyOf(residents);
  }
}
