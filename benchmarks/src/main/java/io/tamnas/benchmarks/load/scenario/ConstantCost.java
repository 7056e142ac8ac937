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

/**
 * A long time at full load: whether evaluations become dearer as the tables fill, while old
 * attempts are deleted. In the first window the Java virtual machine still compiles the service as
 * it runs, which makes it dear and what follows look cheap beside it; so the last is held against
 * the second too.
 */
record ConstantCost() implements Scenario {

  private static final int WORKERS = 64;
  private static final int JOBS = 8;
  private static final int POPULATION = 400;
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
        "TAMNAS_RETENTION_DELAY", INTERVAL_SECONDS + "s",
        "TAMNAS_RETENTION_INTERVAL", INTERVAL_SECONDS + "s");
  }

  /**
   * After some evaluations.
   *
   * @param cost processor-ms of service and database for each evaluation since the moment before
   */
  private record Moment(double cost, TableSizes tables) {}

  @Override
  public List<Finding> play(House house) throws InterruptedException {
    SearchJobs jobs = new SearchJobs(house.client());
    for (int i = 0; i < JOBS; i++) {
      jobs.submit(POPULATION, 1000, 1 + i);
    }
    try (SimulatedWorkers workers =
        new SimulatedWorkers(WORKERS, house.client(), Duration.ZERO).start()) {
      Cost start = house.cost();
      List<Moment> moments = new ArrayList<>();
      for (int i = 1; i <= WINDOWS; i++) {
        moments.add(moment(house, workers, i * WINDOW));
      }
      double seconds = house.cost().since(start).wall();
      double deleted = deletedAttempts(house);
      workers.ledger().requireNoFailure();
      List<Finding> findings = new ArrayList<>(costs(moments));
      findings.addAll(tables(house, moments, deleted));
      findings.add(
          Finding.told(
              "evaluations on the way", "%.0f per second".formatted(WINDOW * WINDOWS / seconds)));
      return findings;
    }
  }

  private static List<Finding> costs(List<Moment> moments) {
    double last = moments.getLast().cost();
    return List.of(
        Finding.atMost(
            "cost of evaluations %,d to %,d by that of the first %,d, in which the service is still compiled"
                .formatted(WINDOW * (WINDOWS - 1) + 1, WINDOW * WINDOWS, WINDOW),
            "",
            BAR,
            last / moments.getFirst().cost()),
        Finding.atMost(
            "the same by that of evaluations %,d to %,d".formatted(WINDOW + 1, 2 * WINDOW),
            "",
            BAR,
            last / moments.get(1).cost()),
        Finding.told(
            "processor-ms of service and database per evaluation, each %,d".formatted(WINDOW),
            moments.stream()
                .map(one -> "%.2f".formatted(one.cost()))
                .collect(Collectors.joining(", "))));
  }

  private static List<Finding> tables(House house, List<Moment> moments, double deleted) {
    List<TableSizes> sizes = moments.stream().map(Moment::tables).toList();
    return List.of(
        Finding.atMost(
            "oldest attempt in the end, where they are kept %d s".formatted(RETENTION_SECONDS),
            "s",
            RETENTION_SECONDS + 2.0 * INTERVAL_SECONDS,
            oldestAttempt(house)),
        Finding.told("attempts deleted on the way", "%,.0f".formatted(deleted)),
        Finding.told(
            "MiB of table attempt after each %,d".formatted(WINDOW),
            TableSizes.course(sizes, "attempt")),
        Finding.told(
            "bytes by which tables grew per evaluation from the %,dth on; rows of attempt are deleted, all others stay"
                .formatted(WINDOW),
            sizes.getLast().growth(sizes.getFirst(), WINDOW * (WINDOWS - 1))),
        Finding.told("rows in the end", rows(house)));
  }

  /** When there are so many evaluations. */
  private static Moment moment(House house, SimulatedWorkers workers, int count)
      throws InterruptedException {
    int before = workers.ledger().count();
    Cost start = house.cost();
    while (workers.ledger().count() < count) {
      workers.ledger().requireNoFailure();
      TimeUnit.MILLISECONDS.sleep(20);
    }
    Cost spent = house.cost().since(start);
    int evaluations = workers.ledger().count() - before;
    return new Moment(
        1000 * (spent.service() + spent.database()) / evaluations, TableSizes.of(house.database()));
  }

  /** Without any, nothing is known of what their deletion costs. */
  private static double deletedAttempts(House house) {
    double deleted = house.counter("tamnas_retention_deleted_total", "what=\"attempts\"");
    if (deleted == 0) {
      throw new IllegalStateException("no attempt was deleted for its age");
    }
    return deleted;
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
            select (select count(*) from task) || ' task, '
              || (select count(*) from attempt) || ' attempt, '
              || (select count(*) from individual) || ' individual, '
              || (select count(*) from measurement) || ' measurement, '
              || (select count(*) from survivor) || ' survivor'
            """)
        .getFirst()
        .getFirst();
  }
}
