package io.tamnas.benchmarks.load.scenario;

import io.tamnas.benchmarks.load.Finding;
import io.tamnas.benchmarks.load.house.House;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A load and what is asked of the orchestrator under it. */
public interface Scenario {

  /** On the command line and in the table. */
  String name();

  /** What the service is told beside its defaults, as environment variables. */
  default Map<String, String> settings() {
    return Map.of();
  }

  /** Loads a fresh house. */
  List<Finding> play(House house) throws InterruptedException;

  /**
   * One of that name, or all of them.
   *
   * @throws IllegalArgumentException where there is none
   */
  static List<Scenario> named(String name) {
    List<Scenario> all =
        List.of(
            new Throughput(),
            new Turnover("turnover-100", 100, 60, 50),
            new Turnover("turnover-4000", 4000, 8, 500),
            new Crowd(),
            new ConstantCost(),
            new Polls());
    if (name.equals("all")) {
      return all;
    }
    List<Scenario> found = all.stream().filter(one -> one.name().equals(name)).toList();
    if (found.isEmpty()) {
      throw new IllegalArgumentException(
          "a scenario is all or one of "
              + all.stream().map(Scenario::name).collect(Collectors.joining(", "))
              + ", not "
              + name);
    }
    return found;
  }
}
