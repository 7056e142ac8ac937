package io.tamnas.search.pulse;

import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** What is asked of the world outside, which may not answer. */
public final class Question {

  private Question() {}

  /**
   * The answer, after that time at most.
   *
   * @throws Unanswered where there is none, or asking fails
   */
  public static <T> T ask(Callable<T> question, Duration patience) throws Unanswered {
    FutureTask<T> asked = new FutureTask<>(question);
    Thread.ofVirtual().name("question").start(asked);
    try {
      return asked.get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      throw new Unanswered("no answer within " + patience.toMillis() + " ms", e);
    } catch (ExecutionException e) {
      Throwable cause = Objects.requireNonNullElse(e.getCause(), e);
      throw new Unanswered(
          Objects.requireNonNullElse(cause.getMessage(), cause.getClass().getSimpleName()), cause);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Unanswered("the question was interrupted", e);
    } finally {
      asked.cancel(true);
    }
  }
}
