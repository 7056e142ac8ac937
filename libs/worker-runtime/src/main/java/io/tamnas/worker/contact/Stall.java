package io.tamnas.worker.contact;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/**
 * Watches a transfer that may take long, but not without anything moving: a connection whose other
 * end has vanished without a word would otherwise be waited for as long as the largest file may
 * take.
 */
final class Stall {
  private static final Duration ENDING = Duration.ofSeconds(5);

  private volatile long last = System.nanoTime();

  /** Some bytes went or came. */
  void moved() {
    last = System.nanoTime();
  }

  /**
   * Runs the transfer in a thread of its own, and interrupts it where nothing moves for that long.
   *
   * @throws ServiceUnavailableException where it was interrupted
   */
  static void watch(Duration silence, Consumer<Stall> transfer) {
    Stall stall = new Stall();
    FutureTask<Boolean> task = new FutureTask<>(() -> transfer.accept(stall), true);
    Thread thread = Thread.ofVirtual().name("transfer").start(task);
    try {
      while (!stall.isOver(task, silence)) {
        if (stall.left(silence) <= 0) {
          throw new ServiceUnavailableException(
              "nothing of a file has moved for " + silence.toSeconds() + " s");
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ServiceUnavailableException("interrupted in a transfer", e);
    } finally {
      end(thread);
    }
  }

  private boolean isOver(FutureTask<Boolean> task, Duration silence) throws InterruptedException {
    try {
      return task.get(Math.max(0, left(silence)), TimeUnit.NANOSECONDS);
    } catch (TimeoutException later) {
      return false;
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException known) {
        throw known;
      }
      throw new IllegalStateException("a transfer failed", e.getCause());
    }
  }

  private long left(Duration silence) {
    return silence.toNanos() - (System.nanoTime() - last);
  }

  /** It has ended, or is made to: nobody writes to the file any more when the next try begins. */
  private static void end(Thread thread) {
    thread.interrupt();
    try {
      thread.join(ENDING);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
