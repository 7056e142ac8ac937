package io.tamnas.benchmarks;

import io.tamnas.benchmarks.comparison.Comparison;
import io.tamnas.benchmarks.comparison.Machine;
import io.tamnas.benchmarks.comparison.Report;
import io.tamnas.benchmarks.comparison.Summary;
import io.tamnas.benchmarks.side.OurSide;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Compares our side with a peer; started by {@code benchmarks/run}, which sets the properties. */
public final class Main {
  private Main() {}

  /** Exits with 1 where the sides disagree in what they find. */
  public static void main(String[] arguments) {
    if (arguments.length != 1) {
      throw new IllegalArgumentException("one comparison is named, not " + arguments.length);
    }
    Benchmark benchmark = Benchmark.parse(arguments[0]);
    int threads = Integer.parseInt(property("threads"));
    int pairs = number("pairs").orElse(benchmark.pairs());
    String machine = Machine.describe(threads);
    Summary summary =
        new Summary(benchmark.text(), benchmark.bar(), comparison(benchmark).run(pairs, threads));
    System.out.println(new Report(Path.of(property("results")), machine).write(summary));
    if (!summary.agrees()) {
      System.err.println(benchmark.text() + ": the sides disagree: " + summary.agreement());
      System.exit(1);
    }
  }

  private static Comparison comparison(Benchmark benchmark) {
    String shared = property("shared");
    Path results = Path.of(property("results"));
    String exchange = results.resolve("exchange").resolve(benchmark.text()).toString();
    String warmups = Integer.toString(number("warmups").orElse(benchmark.warmups()));
    String peer = Path.of(property("peers")).resolve(benchmark.peer()).toString();
    return new Comparison(
        benchmark.text(),
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "--enable-native-access=ALL-UNNAMED",
            "-Xmx2g",
            "-cp",
            System.getProperty("java.class.path"),
            OurSide.class.getName(),
            benchmark.text(),
            shared,
            exchange,
            warmups),
        List.of(property("python"), peer, shared, exchange, warmups),
        benchmark.agreement(),
        results.resolve("logs"));
  }

  private static Optional<Integer> number(String name) {
    return Optional.ofNullable(System.getProperty("benchmarks." + name))
        .filter(text -> !text.isBlank())
        .map(Integer::valueOf);
  }

  private static String property(String name) {
    return Objects.requireNonNull(
        System.getProperty("benchmarks." + name), "benchmarks." + name + ": use benchmarks/run");
  }
}
