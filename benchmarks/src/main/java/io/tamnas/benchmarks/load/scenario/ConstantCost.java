package io.tamnas.benchmarks.load.scenario;

import io.tamnas.benchmarks.load.Finding;
import io.tamnas.benchmarks.load.house.Cost;
import io.tamnas.benchmarks.load.house.House;
import io.tamnas.benchmarks.load.worker.SimulatedWorkers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
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

  @Override
  public String name() {
    return "constant-cost";
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
        int before = workers.ledger().count();
        Cost start = house.cost();
        await(workers, before + WINDOW);
        Cost spent = house.cost().since(start);
        int evaluations = workers.ledger().count() - before;
        costs.add(1000 * (spent.service() + spent.database()) / evaluations);
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
          Finding.told("rows in the end", rows(house)));
    }
  }

  private static void await(SimulatedWorkers workers, int count) throws InterruptedException {
    while (workers.ledger().count() < count) {
      workers.ledger().requireNoFailure();
      TimeUnit.MILLISECONDS.sleep(20);
    }
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
