package io.tamnas.benchmarks.comparison;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What the turns are taken on. */
public final class Machine {
  private static final Path PROCESSORS = Path.of("/proc/cpuinfo");
  private static final Path LOAD = Path.of("/proc/loadavg");

  private Machine() {}

  /** One line: processor, cores, threads per side, and how busy it was before the first turn. */
  public static String describe(int threads) {
    return describe("%d threads per side, ".formatted(threads));
  }

  /** One line: processor, cores, and how busy it was before. */
  public static String describe() {
    return describe("");
  }

  private static String describe(String threads) {
    return "%s, %d cores, %sload before %s"
        .formatted(processor(), Runtime.getRuntime().availableProcessors(), threads, load());
  }

  private static String processor() {
    return read(PROCESSORS)
        .lines()
        .filter(line -> line.startsWith("model name"))
        .map(line -> line.substring(line.indexOf(':') + 1).strip())
        .findFirst()
        .orElse(System.getProperty("os.arch"));
  }

  private static String load() {
    String averages = read(LOAD);
    return averages.isEmpty() ? "unknown" : averages.split(" ", 2)[0];
  }

  private static String read(Path file) {
    try {
      return Files.isReadable(file) ? Files.readString(file) : "";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
