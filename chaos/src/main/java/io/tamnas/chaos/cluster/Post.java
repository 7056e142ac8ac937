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

  private static final int RETRY_MILLIS = 1000;

  private final String name;
  private final House house;
  private final Supplier<ChildProcess> start;
  private final BooleanSupplier healthy;
  private @Nullable ChildProcess process;
  private boolean up;

  /**
   * @param start gives a new process
   * @param healthy whether the one that is there says that it is up
   */
  Post(String name, House house, Supplier<ChildProcess> start, BooleanSupplier healthy) {
    this.name = name;
    this.house = house;
    this.start = start;
    this.healthy = healthy;
  }

  /** Starts the process where there is none; somebody waits for it elsewhere. */
  synchronized void begin() {
    if (process == null) {
      process = start.get();
    }
  }

  /** Ends the process as a power cut would. */
  synchronized void kill() {
    ChildProcess victim = process;
    if (victim != null) {
      victim.kill();
      leave(victim);
    }
  }

  /** Asks the process to end and waits until it has, at most that long. */
  synchronized void stop(Duration grace) {
    ChildProcess victim = process;
    if (victim != null) {
      victim.stop(grace);
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
    Thread.ofVirtual().name("supervisor of " + name).start(() -> supervise(outage));
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
    Patience.await(() -> name + " is not up", this::isUpOrGone);
  }

  private boolean isUpOrGone() {
    ChildProcess now = current();
    if (now == null) {
      return true;
    }
    if (!now.isAlive()) {
      replace(now);
      return false;
    }
    return healthy.getAsBoolean() && note(now);
  }

  private void replace(ChildProcess ended) {
    try {
      TimeUnit.MILLISECONDS.sleep(RETRY_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    synchronized (this) {
      if (process == ended) {
        leave(ended);
        begin();
      }
    }
  }

  private synchronized boolean note(ChildProcess healthyOne) {
    up = process == healthyOne;
    return up;
  }

  private synchronized @Nullable ChildProcess current() {
    return process;
  }

  /** Whether the process has said that it is up, and was not ended since. */
  synchronized boolean isUp() {
    return up;
  }
}
