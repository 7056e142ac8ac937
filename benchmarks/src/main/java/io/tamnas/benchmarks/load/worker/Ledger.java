package io.tamnas.benchmarks.load.worker;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/** What happened to simulated workers. Safe for threads. */
public final class Ledger {

  private final Queue<Evaluation> evaluations = new ConcurrentLinkedQueue<>();
  private final AtomicInteger count = new AtomicInteger();
  private final AtomicInteger refusals = new AtomicInteger();
  private final Queue<String> failures = new ConcurrentLinkedQueue<>();

  void evaluated(Evaluation evaluation) {
    evaluations.add(evaluation);
    count.incrementAndGet();
  }

  void refused() {
    refusals.incrementAndGet();
  }

  void failed(String reason) {
    failures.add(reason);
  }

  /** How many measurements the service has taken. */
  public int count() {
    return count.get();
  }

  /** All measurements that the service has taken. */
  public List<Evaluation> evaluations() {
    return List.copyOf(evaluations);
  }

  /** How often a worker was given a task while it was busy. */
  public int refusals() {
    return refusals.get();
  }

  /**
   * Makes sure that nothing went wrong.
   *
   * @throws IllegalStateException naming what did
   */
  public void requireNoFailure() {
    if (!failures.isEmpty()) {
      throw new IllegalStateException(
          failures.size() + " calls failed, the first: " + failures.peek());
    }
  }
}
