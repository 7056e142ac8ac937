package io.tamnas.chaos.cluster;

import io.tamnas.quickstart.house.ChildProcess;
import io.tamnas.quickstart.house.House;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The place of one process. Where it ends, by itself or by force, it is started again, as whatever
 * runs containers does.
 */
final class Post {

  private static final Duration STARTING = Duration.ofMinutes(3);
  private static final Duration GRACE = Duration.ofSeconds(10);
  private static final int PAUSE_MILLIS = 100;
  private static final int RETRY_MILLIS = 1000;

  private final House house;
  private final Supplier<ChildProcess> start;
  private final BooleanSupplier healthy;
  private @Nullable ChildProcess process;
  private boolean up;

  /**
   * @param start gives a new process
   * @param healthy whether the one that is there says that it is up
   */
  Post(House house, Supplier<ChildProcess> start, BooleanSupplier healthy) {
    this.house = house;
    this.start = start;
    this.healthy = healthy;
  }

  /** Starts the process; somebody waits for it elsewhere. */
  synchronized void begin() {
    process = start.get();
  }

  /** Ends the process as a power cut would. */
  synchronized void kill() {
    ChildProcess victim = process;
    if (victim != null) {
      victim.kill();
      leave(victim);
    }
  }

  /** Asks the process to end and waits until it has. */
  synchronized void stop() {
    ChildProcess victim = process;
    if (victim != null) {
      victim.stop(GRACE);
      leave(victim);
    }
  }

  private void leave(ChildProcess victim) {
    house.dismiss(victim);
    process = null;
    up = false;
  }

  /** Starts it again beside all else, after some time. */
  void beginAgain(Duration outage) {
    Thread.ofVirtual().name("supervisor").start(() -> supervise(outage));
  }

  private void supervise(Duration outage) {
    try {
      TimeUnit.MILLISECONDS.sleep(outage.toMillis());
      begin();
      awaitUp();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      requireClosing(e);
    }
  }

  /** When the house is being closed, nothing can be started, and nothing has to. */
  private void requireClosing(RuntimeException failure) {
    if (!house.isClosing()) {
      throw failure;
    }
  }

  /**
   * Waits until the process is up, or was killed on purpose.
   *
   * @throws IllegalStateException where it takes too long
   */
  void awaitUp() throws InterruptedException {
    long end = System.nanoTime() + STARTING.toNanos();
    while (!isUpOrGone()) {
      if (System.nanoTime() - end > 0) {
        throw new IllegalStateException("a process was not up within " + STARTING.toSeconds());
      }
      TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
    }
  }

  private boolean isUpOrGone() throws InterruptedException {
    ChildProcess now = current();
    if (now == null) {
      return true;
    }
    if (!now.isAlive()) {
      TimeUnit.MILLISECONDS.sleep(RETRY_MILLIS);
      replace(now);
      return false;
    }
    return healthy.getAsBoolean() && note(now);
  }

  private synchronized void replace(ChildProcess ended) {
    if (process == ended) {
      leave(ended);
      begin();
    }
  }

  private synchronized boolean note(ChildProcess healthyOne) {
    up = process == healthyOne;
    return up;
  }

  private synchronized @Nullable ChildProcess current() {
    return process;
  }

  /** Whether there is a process that could be ended. */
  synchronized boolean hasProcess() {
    return process != null && process.isAlive();
  }

  synchronized boolean isUp() {
    return up;
  }
}
