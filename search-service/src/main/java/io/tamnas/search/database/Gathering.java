package io.tamnas.search.database;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.springframework.dao.PessimisticLockingFailureException;

/**
 * Makes calls that come while others are under way together, as soon as these are done; a call that
 * comes alone is made at once. Where calls fail together, each is made once more on its own, so
 * that none fails another; but not where the database is away, since all would wait for it one
 * after the other. Safe for threads.
 *
 * @param <C> what is asked for
 * @param <R> the answer
 */
public final class Gathering<C, R> {

  private static final int MOST = 64;

  private final Function<List<C>, List<R>> work;
  private final Queue<Call<C, R>> waiting = new ConcurrentLinkedQueue<>();
  private final AtomicBoolean busy = new AtomicBoolean();

  /** Makes calls by work that answers each of some, in their order. */
  public Gathering(Function<List<C>, List<R>> work) {
    this.work = work;
  }

  private record Call<C, R>(C asked, CompletableFuture<R> answer) {}

  /** Waits until the call is made. */
  public R call(C asked) {
    Call<C, R> call = new Call<>(asked, new CompletableFuture<>());
    waiting.add(call);
    if (busy.compareAndSet(false, true)) {
      Thread.ofVirtual().name("gathering").start(this::makeAll);
    }
    try {
      return call.answer().join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : e;
    }
  }

  private void makeAll() {
    do {
      while (!waiting.isEmpty()) {
        make(next());
      }
      busy.set(false);
    } while (!waiting.isEmpty() && busy.compareAndSet(false, true));
  }

  private List<Call<C, R>> next() {
    List<Call<C, R>> calls = new ArrayList<>();
    while (calls.size() < MOST && !waiting.isEmpty()) {
      calls.add(waiting.remove());
    }
    return calls;
  }

  private void make(List<Call<C, R>> calls) {
    try {
      List<R> answers = work.apply(calls.stream().map(Call::asked).toList());
      for (int i = 0; i < calls.size(); i++) {
        calls.get(i).answer().complete(answers.get(i));
      }
    } catch (RuntimeException | Error e) {
      if (calls.size() == 1 || isAway(e)) {
        calls.forEach(call -> call.answer().completeExceptionally(e));
      } else {
        calls.forEach(call -> make(List.of(call)));
      }
    }
  }

  /** Whoever lost against another for a lock may succeed alone. */
  private static boolean isAway(Throwable failure) {
    return !(failure instanceof PessimisticLockingFailureException)
        && DatabaseAway.isToldBy(failure);
  }
}
