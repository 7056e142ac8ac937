package io.tamnas.benchmarks.genotype;

import io.tamnas.benchmarks.comparison.Machine;
import io.tamnas.benchmarks.training.StepsOfPaths;
import io.tamnas.nets.attack.Attack;
import io.tamnas.nets.attack.Start;
import io.tamnas.nets.dataset.Dataset;
import io.tamnas.nets.engine.DeviceChoice;
import io.tamnas.nets.engine.Engines;
import io.tamnas.space.BlockChoice;
import io.tamnas.space.ChannelScale;
import io.tamnas.space.Preset;
import io.tamnas.space.PresetWidth;
import io.tamnas.space.SearchSpace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.ToDoubleFunction;

/** The fixed cost per genotype in two spaces under two attacks; started by benchmarks/run. */
public final class Main {
  private static final int GENOTYPES = 7;
  private static final double EPSILON = 8 / 255.0;
  private static final double STEP = 2 / 255.0;

  private Main() {}

  public static void main(String[] arguments) throws IOException {
    int threads = Integer.parseInt(property("threads"));
    String machine = Machine.describe(threads);
    Engines.configure(threads, DeviceChoice.CPU);
    Dataset dataset = StepsOfPaths.read(Path.of(property("shared"))).dataset();
    Path results = Files.createDirectories(Path.of(property("results")));
    TrainedSupernets supernets = new TrainedSupernets(results.resolve("supernets"));
    List<String> rows = new ArrayList<>();
    for (Space space : List.of(nano(dataset), quarter(dataset))) {
      Path supernet = supernets.get(space.name(), space.space(), dataset, space.steps());
      attacks()
          .forEach(
              (name, attack) ->
                  rows.add(
                      row(
                          space.name() + ", " + name,
                          new GenotypeCost(supernet, space.space(), dataset, attack)
                              .measure(number("pairs", GENOTYPES)))));
    }
    String table = String.join("\n", rows) + "\n\n" + machine + "\n";
    Files.writeString(results.resolve("genotype-cost.md"), table);
    System.out.print(table);
  }

  /**
   * A space and the steps that its supernet is trained for.
   *
   * @param name in the table
   */
  private record Space(String name, SearchSpace space, int steps) {}

  private static Space nano(Dataset dataset) {
    return new Space(
        "tam-nano", space(dataset, Preset.TAM_NANO, PresetWidth.FULL), number("steps", 1500));
  }

  private static Space quarter(Dataset dataset) {
    return new Space(
        "tam-quarter", space(dataset, Preset.TAM, PresetWidth.QUARTER), number("steps", 600));
  }

  private static SearchSpace space(Dataset dataset, Preset preset, PresetWidth width) {
    return preset.space(
        dataset.shape(), dataset.classes(), width, BlockChoice.PLAIN, ChannelScale.ALL);
  }

  private static Map<String, Attack> attacks() {
    Map<String, Attack> attacks = new LinkedHashMap<>();
    attacks.put("PGD-10", new Attack.Pgd(EPSILON, STEP, 10, 1, Start.RANDOM));
    attacks.put("PGD-20", new Attack.Pgd(EPSILON, STEP, 20, 1, Start.RANDOM));
    attacks.put(
        "APGD-CE 50 + APGD-T 25×5",
        new Attack.Sequence(
            List.of(new Attack.ApgdCe(EPSILON, 50, 1), new Attack.ApgdT(EPSILON, 25, 1, 5))));
    return attacks;
  }

  private static String row(String name, List<MeasuringTimes.Cost> costs) {
    double[] shares = sorted(costs, MeasuringTimes.Cost::share);
    return "| %s | < 10 %% | %.1f %% | %.1f–%.1f %% | %d | %.0f ms | %.0f ms |"
        .formatted(
            name,
            100 * median(shares),
            100 * shares[0],
            100 * shares[shares.length - 1],
            shares.length,
            median(sorted(costs, MeasuringTimes.Cost::fixed)),
            median(sorted(costs, MeasuringTimes.Cost::attack)));
  }

  private static double[] sorted(
      List<MeasuringTimes.Cost> costs, ToDoubleFunction<MeasuringTimes.Cost> value) {
    return costs.stream().mapToDouble(value).sorted().toArray();
  }

  private static double median(double[] sorted) {
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }

  private static int number(String name, int otherwise) {
    String text = System.getProperty("benchmarks." + name, "");
    return text.isBlank() ? otherwise : Integer.parseInt(text);
  }

  private static String property(String name) {
    return Objects.requireNonNull(
        System.getProperty("benchmarks." + name), "benchmarks." + name + ": use benchmarks/run");
  }
}
