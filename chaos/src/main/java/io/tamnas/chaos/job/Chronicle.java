package io.tamnas.chaos.job;

import io.tamnas.chaos.cluster.Patience;
import io.tamnas.quickstart.job.ApiException;
import io.tamnas.quickstart.job.SearchApi;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;

/** Watches a job many times a second and keeps all that it sees. */
public final class Chronicle implements AutoCloseable {

  private static final Duration PAUSE = Duration.ofMillis(50);

  private final SearchApi api;
  private final String job;
  private final Thread thread;
  private final List<Sight> sights = new ArrayList<>();
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
   * @param instant on the clock that the services read too
   */
  public record Mark(long nanos, Instant instant) {
    public static Mark now() {
      return new Mark(System.nanoTime(), Clock.systemUTC().instant());
    }

    private Duration until(long later) {
      return Duration.ofNanos(later - nanos);
    }
  }

  /**
   * A look at the job.
   *
   * @param asked on the machine's steady clock
   * @param answered on the same
   */
  private record Sight(long asked, long answered, Standing standing) {}

  /**
   * How long after the mark the job got on for the first time: what is seen must have happened
   * after it, so it is compared with what was seen after it too.
   */
  public synchronized Optional<Duration> progressAfter(Mark mark) {
    List<Sight> after = sights.stream().filter(sight -> sight.asked() - mark.nanos() > 0).toList();
    for (int i = 0; i < after.size(); i++) {
      Standing now = after.get(i).standing();
      if (now.isEnd() || (i > 0 && now.isBeyond(after.get(i - 1).standing()))) {
        return Optional.of(mark.until(after.get(i).answered()));
      }
    }
    return Optional.empty();
  }

  /** Waits until the job stands so, or has ended; answers where it stands. */
  public Standing await(Predicate<Standing> wanted) throws InterruptedException {
    await(() -> wanted.test(last()) || last().isEnd());
    return last();
  }

  /** Waits until the job has got on after the mark, or has ended; answers how long after. */
  public Duration awaitProgress(Mark mark) throws InterruptedException {
    await(() -> progressAfter(mark).isPresent());
    return progressAfter(mark).orElseThrow();
  }

  private void await(BooleanSupplier condition) throws InterruptedException {
    Patience.await(() -> "the job stands still at " + last(), condition);
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
    long asked = System.nanoTime();
    try {
      Standing standing = Standing.of(api.status(job));
      note(new Sight(asked, System.nanoTime(), standing));
    } catch (ApiException away) {
      // nobody answers just now, which is what this is about
    }
  }

  private synchronized void note(Sight sight) {
    sights.add(sight);
    last = sight.standing();
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
