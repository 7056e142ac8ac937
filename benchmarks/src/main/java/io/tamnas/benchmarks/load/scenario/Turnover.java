package io.tamnas.benchmarks.load.scenario;

import io.tamnas.benchmarks.load.Finding;
import io.tamnas.benchmarks.load.house.Cost;
import io.tamnas.benchmarks.load.house.House;
import io.tamnas.benchmarks.load.worker.Evaluation;
import io.tamnas.benchmarks.load.worker.SimulatedWorkers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * One job whose workers need no time: how long they stand idle between two generations, from the
 * moment when the last result is sent to the moment when the first task of the next arrives.
 *
 * @param bar for 95 % of the turns, in milliseconds
 */
record Turnover(String name, int population, int generations, double bar) implements Scenario {

  private static final int WORKERS = 64;
  private static final int WARM_UP_EVALUATIONS = 32_000;

  /** Of fewer numbers the greatest is the 95th percentile. */
  private static final int FEWEST_FOR_QUANTILE = 20;

  @Override
  public List<Finding> play(House house) throws InterruptedException {
    SearchJobs jobs = new SearchJobs(house.client());
    try (SimulatedWorkers workers =
        new SimulatedWorkers(WORKERS, house.client(), Duration.ZERO).start()) {
      jobs.await(jobs.submit(population, WARM_UP_EVALUATIONS / population, 1));
      int before = workers.ledger().count();
      Cost start = house.cost();
      UUID job = jobs.submit(population, generations, 2);
      jobs.await(job);
      Cost spent = house.cost().since(start);
      workers.ledger().requireNoFailure();
      Sample turns = Sample.of(turns(house, job, workers.ledger().evaluations()));
      return List.of(
          Finding.atMost(
              "last result to next dispatch at population %d, %s"
                  .formatted(population, which(turns.sorted().size())),
              "ms",
              bar,
              turns.quantile(0.95)),
          Finding.told(
              "the same, median and greatest",
              "%.0f ms, %.0f ms".formatted(turns.median(), turns.greatest())),
          Finding.told(
              "evaluations of this one job",
              "%.0f per second".formatted((workers.ledger().count() - before) / spent.wall())));
    }
  }

  private static String which(int turns) {
    return turns < FEWEST_FOR_QUANTILE
        ? "greatest of %d, too few for a p95 below it".formatted(turns)
        : "p95 of %d".formatted(turns);
  }

  /** When generations began and ended to be measured. */
  private static final class Span {
    long first = Long.MAX_VALUE;
    long last = Long.MIN_VALUE;

    void add(Evaluation evaluation) {
      first = Math.min(first, evaluation.arrived());
      last = Math.max(last, evaluation.reported());
    }
  }

  /** Milliseconds from each generation to the next; all of them, or it is an error. */
  private List<Double> turns(House house, UUID job, List<Evaluation> evaluations) {
    Map<List<Integer>, Integer> born = born(house, job);
    Map<Integer, Span> spans = new HashMap<>();
    evaluations.stream()
        .filter(one -> one.job().equals(job))
        .forEach(
            one ->
                spans
                    .computeIfAbsent(
                        Objects.requireNonNull(
                            born.get(one.genotype()), "no generation has this genotype"),
                        _ -> new Span())
                    .add(one));
    List<Double> turns = new ArrayList<>();
    for (int generation = 1; generation <= generations; generation++) {
      turns.add((of(spans, generation).first - of(spans, generation - 1).last) / 1e6);
    }
    return turns;
  }

  private static Span of(Map<Integer, Span> spans, int generation) {
    return Optional.ofNullable(spans.get(generation))
        .orElseThrow(
            () -> new IllegalStateException("generation " + generation + " measured nothing"));
  }

  /** In which generation each genotype was born first. */
  private static Map<List<Integer>, Integer> born(House house, UUID job) {
    Map<List<Integer>, Integer> born = new HashMap<>();
    house
        .database()
        .query(
            "select genotype, min(generation) from individual where job = '%s' group by genotype"
                .formatted(job))
        .forEach(
            row ->
                born.put(
                    List.of(row.getFirst().split(",")).stream().map(Integer::valueOf).toList(),
                    Integer.valueOf(row.getLast())));
    return born;
  }
}
