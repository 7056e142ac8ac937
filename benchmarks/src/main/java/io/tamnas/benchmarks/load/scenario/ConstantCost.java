package io.tamnas.benchmarks.load.scenario;

import io.tamnas.benchmarks.load.Finding;
import io.tamnas.benchmarks.load.house.Cost;
import io.tamnas.benchmarks.load.house.House;
import io.tamnas.benchmarks.load.worker.SimulatedWorkers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** A long time at full load: whether evaluations become dearer as the tables fill. */
record ConstantCost() implements Scenario {

  private static final int WORKERS = 64;
  private static final int JOBS = 8;
  private static final int POPULATION = 400;
  private static final int WARM_UP = 15_000;
  private static final int WINDOW = 10_000;
  private static final int WINDOWS = 10;
  private static final double BAR = 1.15;
  private static final int RETENTION_SECONDS = 60;
  private static final int INTERVAL_SECONDS = 10;

  @Override
  public String name() {
    return "constant-cost";
  }

  @Override
  public Map<String, String> settings() {
    return Map.of(
        "TAMNAS_RETENTION_ATTEMPTS", RETENTION_SECONDS + "s",
        "TAMNAS_RETENTION_INTERVAL", INTERVAL_SECONDS + "s");
  }

  @Override
  public List<Finding> play(House house) throws InterruptedException {
    SearchJobs jobs = new SearchJobs(house.client());
    for (int i = 0; i < JOBS; i++) {
      jobs.submit(POPULATION, 1000, 1 + i);
    }
    try (SimulatedWorkers workers =
        new SimulatedWorkers(WORKERS, house.client(), Duration.ZERO).start()) {
      await(workers, WARM_UP);
      List<Double> costs = new ArrayList<>();
      for (int i = 0; i < WINDOWS; i++) {
        costs.add(cost(house, workers));
      }
      workers.ledger().requireNoFailure();
      return List.of(
          Finding.atMost(
              "cost of the last %,d of %,d evaluations by that of the first"
                  .formatted(WINDOW, WINDOW * WINDOWS),
              "",
              BAR,
              costs.getLast() / costs.getFirst()),
          Finding.told(
              "processor-ms of service and database per evaluation, each %,d".formatted(WINDOW),
              costs.stream().map("%.2f"::formatted).collect(Collectors.joining(", "))),
          Finding.atMost(
              "oldest attempt in the end, where they are kept %d s".formatted(RETENTION_SECONDS),
              "s",
              RETENTION_SECONDS + 2.0 * INTERVAL_SECONDS,
              oldestAttempt(house)),
          Finding.told("rows in the end", rows(house)));
    }
  }

  /** Processor-ms of service and database for each evaluation of a window. */
  private static double cost(House house, SimulatedWorkers workers) throws InterruptedException {
    int before = workers.ledger().count();
    Cost start = house.cost();
    await(workers, before + WINDOW);
    Cost spent = house.cost().since(start);
    int evaluations = workers.ledger().count() - before;
    return 1000 * (spent.service() + spent.database()) / evaluations;
  }

  private static void await(SimulatedWorkers workers, int count) throws InterruptedException {
    while (workers.ledger().count() < count) {
      workers.ledger().requireNoFailure();
      TimeUnit.MILLISECONDS.sleep(20);
    }
  }

  private static double oldestAttempt(House house) {
    return Double.parseDouble(
        house
            .database()
            .query(
                "select extract(epoch from clock_timestamp() - min(ended_at)) from attempt"
                    + " join task on task.id = attempt.task where kind = 'EVALUATE'")
            .getFirst()
            .getFirst());
  }

  private static String rows(House house) {
    return house
        .database()
        .query(
            """
            select relname, n_live_tup from pg_stat_user_tables
            where relname in ('task', 'attempt', 'individual', 'measurement', 'survivor')
            order by relname
            """)
        .stream()
        .map(row -> row.getLast() + " " + row.getFirst())
        .collect(Collectors.joining(", "));
  }
}
