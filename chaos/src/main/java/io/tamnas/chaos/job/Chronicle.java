package io.tamnas.chaos.job;

import io.tamnas.quickstart.job.ApiException;
import io.tamnas.quickstart.job.SearchApi;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** Watches a job many times a second and keeps when it got on. */
public final class Chronicle implements AutoCloseable {

  private static final Duration PAUSE = Duration.ofMillis(50);

  private final SearchApi api;
  private final String job;
  private final Thread thread;
  private final List<Long> steps = new ArrayList<>();
  private Standing last = Standing.START;
  private volatile boolean closed;

  private Chronicle(SearchApi api, String job) {
    this.api = api;
    this.job = job;
    this.thread = Thread.ofVirtual().name("chronicle").start(this::watch);
  }

  /** Begins to watch. */
  public static Chronicle of(SearchApi api, String job) {
    return new Chronicle(api, job);
  }

  public synchronized Standing last() {
    return last;
  }

  /**
   * The moment from which things are counted.
   *
   * @param nanos on the machine's steady clock
   */
  public record Mark(long nanos) {
    public static Mark now() {
      return new Mark(System.nanoTime());
    }

    private Duration until(long later) {
      return Duration.ofNanos(later - nanos);
    }
  }

  /** How long after the mark the job got on for the first time. */
  public synchronized Optional<Duration> progressAfter(Mark mark) {
    return steps.stream().filter(step -> step - mark.nanos() > 0).findFirst().map(mark::until);
  }

  /** Waits until the job stands so, or has ended; answers where it stands. */
  public Standing await(Predicate<Standing> wanted, Duration limit) throws InterruptedException {
    return await(() -> wanted.test(last()) || last().isEnd(), limit);
  }

  /** Waits until the job has got on after the mark; answers how long after. */
  public Duration awaitProgress(Mark mark, Duration limit) throws InterruptedException {
    await(() -> progressAfter(mark).isPresent(), limit);
    return progressAfter(mark).orElseThrow();
  }

  private Standing await(Condition wanted, Duration limit) throws InterruptedException {
    long end = System.nanoTime() + limit.toNanos();
    while (!wanted.holds()) {
      if (System.nanoTime() - end > 0) {
        throw new IllegalStateException(
            "the job stands still for " + limit.toSeconds() + " s: " + last());
      }
      TimeUnit.MILLISECONDS.sleep(PAUSE.toMillis());
    }
    return last();
  }

  @FunctionalInterface
  private interface Condition {
    boolean holds();
  }

  private void watch() {
    try {
      while (!closed) {
        look();
        TimeUnit.MILLISECONDS.sleep(PAUSE.toMillis());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void look() throws InterruptedException {
    try {
      note(Standing.of(api.status(job)));
    } catch (ApiException away) {
      // nobody answers just now, which is what this is about
    }
  }

  private synchronized void note(Standing now) {
    if (now.isBeyond(last)) {
      steps.add(System.nanoTime());
    }
    last = now;
  }

  @Override
  public void close() {
    closed = true;
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
