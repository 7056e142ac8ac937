package io.tamnas.search.task;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Does things at the same time, each in a thread of its own, until all are done. */
final class AtOnce {

  private AtOnce() {}

  /**
   * Returns when none goes on any more.
   *
   * @throws AssertionError where one has thrown anything
   */
  static void run(List<Runnable> deeds) {
    List<Future<?>> runs = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      deeds.forEach(deed -> runs.add(threads.submit(deed)));
    }
    for (Future<?> run : runs) {
      if (run.state() == Future.State.FAILED) {
        throw new AssertionError("what was done at once failed", run.exceptionNow());
      }
    }
  }
}
