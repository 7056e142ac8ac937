package io.tamnas.benchmarks.load.scenario;

import io.tamnas.benchmarks.load.Finding;
import io.tamnas.benchmarks.load.house.Cost;
import io.tamnas.benchmarks.load.house.House;
import io.tamnas.benchmarks.load.worker.Evaluation;
import io.tamnas.benchmarks.load.worker.SimulatedWorkers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Workers that need no time at all: how many evaluations the orchestrator moves. */
record Throughput() implements Scenario {

  private static final int WORKERS = 64;
  private static final int JOBS = 8;
  private static final int POPULATION = 400;

  /** After them the young service is looked at, while the virtual machine still compiles it. */
  private static final int STARTING_SECONDS = 20;

  private static final int WARM_UP_SECONDS = 60;
  private static final int SECONDS = 30;
  private static final double BAR = 500;

  /** Claims, heartbeats and results are written in batches, which have to be worth it. */
  private static final double BAR_OF_BATCHES = 1000;

  @Override
  public String name() {
    return "throughput";
  }

  @Override
  public List<Finding> play(House house) throws InterruptedException {
    SearchJobs jobs = new SearchJobs(house.client());
    for (int i = 0; i < JOBS; i++) {
      jobs.submit(POPULATION, 1000, 1 + i);
    }
    try (SimulatedWorkers workers =
        new SimulatedWorkers(WORKERS, house.client(), Duration.ZERO).start()) {
      TimeUnit.SECONDS.sleep(STARTING_SECONDS);
      double young = perSecond(workers, SECONDS);
      TimeUnit.SECONDS.sleep(WARM_UP_SECONDS - STARTING_SECONDS - SECONDS);
      long from = System.nanoTime();
      int before = workers.ledger().count();
      double commits = house.database().commits();
      Cost start = house.cost();
      TimeUnit.SECONDS.sleep(SECONDS);
      Cost spent = house.cost().since(start);
      int evaluations = workers.ledger().count() - before;
      double committed = house.database().commits() - commits;
      workers.ledger().requireNoFailure();
      return List.of(
          Finding.atLeast(
              "evaluations through dispatch, heartbeat and result",
              "per second",
              BAR,
              evaluations / spent.wall()),
          Finding.atLeast(
              "the same, where batches prove worth it",
              "per second",
              BAR_OF_BATCHES,
              evaluations / spent.wall()),
          Finding.told(
              "the same from second %d to %d, while the service is compiled"
                  .formatted(STARTING_SECONDS, STARTING_SECONDS + SECONDS),
              "%.0f per second".formatted(young)),
          Finding.told(
              "database transactions of an evaluation: claim, heartbeat and result alone are 3",
              "%.2f".formatted(committed / evaluations)),
          Finding.told("processors busy", spent.shares()),
          Finding.told("cost of an evaluation", Each.of(spent, evaluations)),
          Finding.told("a result is taken within", within(workers, from)),
          Finding.told("offers to busy workers", Integer.toString(workers.ledger().refusals())));
    }
  }

  private static double perSecond(SimulatedWorkers workers, int seconds)
      throws InterruptedException {
    int before = workers.ledger().count();
    TimeUnit.SECONDS.sleep(seconds);
    return (double) (workers.ledger().count() - before) / seconds;
  }

  private static String within(SimulatedWorkers workers, long from) {
    Sample milliseconds =
        Sample.of(
            workers.ledger().evaluations().stream()
                .filter(one -> one.reported() >= from)
                .map(Throughput::taking)
                .toList());
    return "median %.1f ms, p99 %.1f ms"
        .formatted(milliseconds.median(), milliseconds.quantile(0.99));
  }

  private static double taking(Evaluation evaluation) {
    return (evaluation.answered() - evaluation.reported()) / 1e6;
  }
}
