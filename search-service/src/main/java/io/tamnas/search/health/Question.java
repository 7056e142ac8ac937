package io.tamnas.search.health;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;

/**
 * Something that is asked of the world outside, which may not answer.
 *
 * @param ask answers with what there is to complain of; empty where all is well
 * @param failure what to complain of where asking fails
 */
record Question(Callable<Optional<String>> ask, Function<Throwable, String> failure) {

  /** What there is to complain of after that time at most. */
  Optional<String> complaint(Duration patience) {
    FutureTask<Optional<String>> asked = new FutureTask<>(ask);
    Thread.ofVirtual().name("health").start(asked);
    try {
      return asked.get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      return Optional.of("no answer within " + patience.toMillis() + " ms");
    } catch (ExecutionException e) {
      return Optional.of(failure.apply(Objects.requireNonNullElse(e.getCause(), e)));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.of("the question was interrupted");
    } finally {
      asked.cancel(true);
    }
  }
}
