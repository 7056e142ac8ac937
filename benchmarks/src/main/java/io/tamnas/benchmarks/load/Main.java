package io.tamnas.benchmarks.load;

import io.tamnas.benchmarks.comparison.Machine;
import io.tamnas.benchmarks.load.house.House;
import io.tamnas.benchmarks.load.house.Profile;
import io.tamnas.benchmarks.load.scenario.Scenario;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Loads the orchestrator; started by {@code benchmarks/run load}, which sets the properties. */
public final class Main {

  private static final Logger log = LoggerFactory.getLogger(Main.class);

  /** The bars are those of so many. */
  private static final int CORES = 2;

  private Main() {}

  public static void main(String[] arguments) throws InterruptedException {
    requireCores(Runtime.getRuntime().availableProcessors());
    String machine = Machine.describe();
    LoadReport report = new LoadReport(Path.of(property("results")), machine);
    List<String> failed = new ArrayList<>();
    for (Scenario scenario : Scenario.named(arguments[0])) {
      try {
        System.out.print(report.write(scenario.name(), play(scenario)));
      } catch (IllegalStateException | UncheckedIOException e) {
        log.error("{} failed: there is no result", scenario.name(), e);
        failed.add(scenario.name());
      }
    }
    System.out.println(machine);
    if (!failed.isEmpty()) {
      throw new IllegalStateException("failed: " + String.join(", ", failed));
    }
  }

  private static void requireCores(int cores) {
    if (cores != CORES) {
      throw new IllegalStateException(
          "the bars are those of %d cores, here are %d: use benchmarks/run"
              .formatted(CORES, cores));
    }
  }

  private static List<Finding> play(Scenario scenario) throws InterruptedException {
    Profile profile = property("profile").isEmpty() ? Profile.NOT_TAKEN : Profile.TAKEN;
    try (House house =
        new House(
            Path.of(property("service")),
            Path.of(property("directory")),
            scenario.settings(),
            profile)) {
      return scenario.play(house);
    }
  }

  private static String property(String name) {
    return Objects.requireNonNull(
        System.getProperty("benchmarks." + name), "benchmarks." + name + ": use benchmarks/run");
  }
}
