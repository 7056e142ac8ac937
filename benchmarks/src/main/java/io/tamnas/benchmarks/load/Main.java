package io.tamnas.benchmarks.load;

import io.tamnas.benchmarks.comparison.Machine;
import io.tamnas.benchmarks.load.house.House;
import io.tamnas.benchmarks.load.house.Profile;
import io.tamnas.benchmarks.load.scenario.Scenario;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/** Loads the orchestrator; started by {@code benchmarks/run load}, which sets the properties. */
public final class Main {

  private Main() {}

  public static void main(String[] arguments) throws InterruptedException {
    String machine = Machine.describe();
    LoadReport report = new LoadReport(Path.of(property("results")), machine);
    for (Scenario scenario : Scenario.named(arguments[0])) {
      System.out.print(report.write(scenario.name(), play(scenario)));
    }
    System.out.println(machine);
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
