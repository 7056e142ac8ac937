package io.tamnas.benchmarks.load.scenario;

import io.tamnas.benchmarks.load.Finding;
import io.tamnas.benchmarks.load.house.Cost;
import io.tamnas.benchmarks.load.house.House;
import io.tamnas.benchmarks.load.worker.SimulatedWorkers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Many jobs share many workers: whether any of them is left behind. */
record Crowd() implements Scenario {

  private static final int JOBS = 200;
  private static final int WORKERS = 1000;
  private static final Duration WORK = Duration.ofSeconds(1);
  private static final int POPULATION = 20;
  private static final int GENERATIONS = 4;
  private static final double BAR = 2;

  @Override
  public String name() {
    return "crowd";
  }

  @Override
  public List<Finding> play(House house) throws InterruptedException {
    SearchJobs jobs = new SearchJobs(house.client());
    try (SimulatedWorkers workers = new SimulatedWorkers(WORKERS, house.client(), WORK).start()) {
      Cost start = house.cost();
      List<UUID> submitted = new ArrayList<>();
      for (int i = 0; i < JOBS; i++) {
        submitted.add(jobs.submit(POPULATION, GENERATIONS, 1 + i));
      }
      for (UUID job : submitted) {
        jobs.await(job);
      }
      Cost spent = house.cost().since(start);
      workers.ledger().requireNoFailure();
      Sample seconds = Sample.of(seconds(house));
      return List.of(
          Finding.atMost(
              "%d jobs, %d workers: time of the slowest job by the median one's"
                  .formatted(JOBS, WORKERS),
              "",
              BAR,
              seconds.greatest() / seconds.median()),
          Finding.told(
              "the same, median and slowest",
              "%.1f s, %.1f s".formatted(seconds.median(), seconds.greatest())),
          Finding.told(
              "evaluations", "%.0f per second".formatted(workers.ledger().count() / spent.wall())),
          Finding.told("processors busy", spent.shares()));
    }
  }

  private static List<Double> seconds(House house) {
    return house
        .database()
        .query("select extract(epoch from ended_at - created_at) from search_job")
        .stream()
        .map(row -> Double.valueOf(row.getFirst()))
        .toList();
  }
}
