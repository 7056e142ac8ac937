package io.tamnas.benchmarks.load.scenario;

import io.tamnas.benchmarks.load.Finding;
import io.tamnas.benchmarks.load.house.Cost;
import io.tamnas.benchmarks.load.house.House;
import io.tamnas.benchmarks.load.worker.SimulatedWorkers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.IntToDoubleFunction;

/**
 * People look on, each on a schedule of their own, while jobs are measured. The workers take their
 * time, so that there is a steady load beside the polls and not all that the machine can bear.
 */
record Polls() implements Scenario {

  /** They could do 636 evaluations a second if all else took no time. */
  private static final int WORKERS = 280;

  private static final Duration WORK = Duration.ofMillis(440);
  private static final int JOBS = 8;
  private static final int POPULATION = 100;

  /** Meanwhile they come to be so many: a service that has just started computes slowly. */
  private static final int WARM_UP_SECONDS = 60;

  private static final int SECONDS = 30;
  private static final int PER_SECOND = 500;

  /** One front for so many statuses. */
  private static final int STATUSES = 5;

  private static final double BAR = 100;
  private static final double BAR_OF_EVALUATIONS = 500;

  @Override
  public String name() {
    return "polls";
  }

  @Override
  public List<Finding> play(House house) throws InterruptedException {
    SearchJobs jobs = new SearchJobs(house.client());
    List<UUID> submitted = new ArrayList<>();
    for (int i = 0; i < JOBS; i++) {
      submitted.add(jobs.submit(POPULATION, 1000, 1 + i));
    }
    try (SimulatedWorkers workers = new SimulatedWorkers(WORKERS, house.client(), WORK).start()) {
      poll(jobs, submitted, WARM_UP_SECONDS * PER_SECOND / 2, Polls::dueInWarmUp);
      int before = workers.ledger().count();
      Cost start = house.cost();
      Answers answers = poll(jobs, submitted, SECONDS * PER_SECOND, Polls::due);
      Cost spent = house.cost().since(start);
      double evaluations = (workers.ledger().count() - before) / spent.wall();
      workers.ledger().requireNoFailure();
      return findings(answers, evaluations, spent);
    }
  }

  private static List<Finding> findings(Answers answers, double evaluations, Cost spent) {
    Sample statuses = Sample.of(answers.statuses());
    Sample fronts = Sample.of(answers.fronts());
    return List.of(
        Finding.atMost(
            "%d polls of statuses a second beside %.0f evaluations a second, p99 of %,d"
                .formatted(PER_SECOND, evaluations, statuses.sorted().size()),
            "ms",
            BAR,
            statuses.quantile(0.99)),
        Finding.atLeast(
            "these evaluations beside them", "per second", BAR_OF_EVALUATIONS, evaluations),
        Finding.told(
            "%d polls of fronts beside them, p99".formatted(PER_SECOND / STATUSES),
            "%.1f ms".formatted(fronts.quantile(0.99))),
        Finding.told(
            "medians of both",
            "status %.1f ms, front %.1f ms".formatted(statuses.median(), fronts.median())),
        Finding.told("processors busy", spent.shares()));
  }

  /**
   * What became of polls.
   *
   * @param statuses milliseconds from when each was due to when its answer was there
   * @param fronts the same
   * @param failures of those that were not answered with success
   */
  private record Answers(Queue<Double> statuses, Queue<Double> fronts, Queue<String> failures) {

    static Answers none() {
      return new Answers(
          new ConcurrentLinkedQueue<>(),
          new ConcurrentLinkedQueue<>(),
          new ConcurrentLinkedQueue<>());
    }

    void requireNoFailure() {
      if (!failures.isEmpty()) {
        throw new IllegalStateException(
            failures.size() + " polls failed, the first: " + failures.peek());
      }
    }
  }

  /** When so many are to have been asked for, in seconds from the start. */
  private static double due(int polls) {
    return (double) polls / PER_SECOND;
  }

  /** The same, while their number per second grows in proportion to the time. */
  private static double dueInWarmUp(int polls) {
    return Math.sqrt(2.0 * polls * WARM_UP_SECONDS / PER_SECOND);
  }

  /** Polls so many times, each when it is due, whatever became of those before. */
  private static Answers poll(SearchJobs jobs, List<UUID> of, int polls, IntToDoubleFunction dueAt)
      throws InterruptedException {
    Answers answers = Answers.none();
    long start = System.nanoTime();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < polls; i++) {
        long due = start + Math.round(1e9 * dueAt.applyAsDouble(i));
        TimeUnit.NANOSECONDS.sleep(due - System.nanoTime());
        String job = of.get(i % of.size()).toString();
        threads.execute(() -> ask(jobs, job, due, answers.statuses(), answers.failures()));
        if (i % STATUSES == 0) {
          threads.execute(
              () -> ask(jobs, job + "/front", due, answers.fronts(), answers.failures()));
        }
      }
    }
    answers.requireNoFailure();
    return answers;
  }

  private static void ask(
      SearchJobs jobs, String path, long due, Queue<Double> milliseconds, Queue<String> failures) {
    try {
      jobs.get(path);
      milliseconds.add((System.nanoTime() - due) / 1e6);
    } catch (RuntimeException e) {
      failures.add(String.valueOf(e));
    }
  }
}
