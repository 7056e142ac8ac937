package io.tamnas.nets.export;

import ai.onnxruntime.OrtEnvironment;
import io.tamnas.nets.measuring.MeasuringObserver;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;

/**
 * Runs {@link LoneProgram} in a Java process of its own, with a small heap and one kind of
 * compiler, which is done within few warm-ups, so that what it takes is the network's and ONNX
 * Runtime's and that of the smallest virtual machine. The process finds its classes by {@link
 * CodeSource}, also where this one runs from a Spring Boot jar. Whatever it writes, unpacked
 * libraries too, lies in one folder.
 */
public final class LoneProcess {
  private static final Duration PATIENCE = Duration.ofMinutes(10);
  private static final Duration PATIENCE_PER_IMAGE = Duration.ofMillis(250);
  private static final List<String> OPTIONS =
      List.of(
          "-Xms16m",
          "-Xmx64m",
          "-XX:+UseSerialGC",
          "-XX:TieredStopAtLevel=1",
          "-XX:CompileThresholdScaling=0.05",
          "--enable-native-access=ALL-UNNAMED");
  private static final List<String> FOREIGN_OPTIONS =
      List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS");

  private final Path folder;

  /**
   * With a folder for what it writes.
   *
   * @param folder must be there and be writable; whoever made it deletes it
   */
  public LoneProcess(Path folder) {
    this.folder = folder;
  }

  /**
   * Measures what running a file takes.
   *
   * @param observer is asked about every second
   * @throws IllegalStateException where the process cannot be started, fails, or takes longer than
   *     ten minutes and a quarter of a second for each classification
   * @throws io.tamnas.nets.measuring.MeasuringStopped when the observer wants it
   */
  public Footprint measure(Path file, LatencyProtocol protocol, MeasuringObserver observer) {
    Path output = folder.resolve("lone.out");
    try {
      run(file, protocol, output, observer);
      List<String> lines = Files.readAllLines(output);
      Latency latency =
          new Latency(
              require(lines, LoneProgram.LOWER),
              require(lines, LoneProgram.MEDIAN),
              require(lines, LoneProgram.UPPER));
      Optional<Long> peak = find(lines, LoneProgram.PEAK);
      return new Footprint(
          Files.size(file),
          latency,
          peak.isPresent() ? OptionalLong.of(peak.get()) : OptionalLong.empty());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void run(Path file, LatencyProtocol latency, Path output, MeasuringObserver observer)
      throws IOException {
    Path errors = folder.resolve("lone.err");
    ProcessBuilder builder = new ProcessBuilder(command(file, latency));
    builder.environment().keySet().removeAll(FOREIGN_OPTIONS);
    builder.redirectOutput(output.toFile()).redirectError(errors.toFile());
    Process process = builder.start();
    try {
      await(process, latency, observer);
    } finally {
      process.destroyForcibly();
    }
    if (process.exitValue() != 0) {
      throw new IllegalStateException(
          "the process that runs the exported network alone ended with %d: %s"
              .formatted(process.exitValue(), Files.readString(errors).strip()));
    }
  }

  private List<String> command(Path file, LatencyProtocol latency) {
    String classes =
        CodeSource.of(LoneProgram.class, folder)
            + File.pathSeparator
            + CodeSource.of(OrtEnvironment.class, folder);
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(OPTIONS);
    command.add("-Djava.io.tmpdir=" + folder.toAbsolutePath());
    command.addAll(List.of("-cp", classes, LoneProgram.class.getName()));
    command.add(file.toAbsolutePath().toString());
    command.add(Integer.toString(latency.warmups()));
    command.add(Integer.toString(latency.runs()));
    return command;
  }

  /** Grows with what is asked for, so that whatever may be asked for can be measured. */
  static Duration patience(LatencyProtocol protocol) {
    return PATIENCE.plus(
        PATIENCE_PER_IMAGE.multipliedBy((long) protocol.warmups() + protocol.runs()));
  }

  private static void await(Process process, LatencyProtocol protocol, MeasuringObserver observer) {
    Duration patience = patience(protocol);
    try {
      for (long second = 0; !process.waitFor(1, TimeUnit.SECONDS); second++) {
        observer.checkContinue();
        if (second >= patience.toSeconds()) {
          throw new IllegalStateException(
              "the process that runs the exported network alone took longer than %s for %d runs after %d warm-ups; fewer take less"
                  .formatted(patience, protocol.runs(), protocol.warmups()));
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while the exported network ran alone", e);
    }
  }

  private static long require(List<String> lines, String beginning) {
    return find(lines, beginning)
        .orElseThrow(() -> new IllegalStateException("no " + beginning + "in " + lines));
  }

  private static Optional<Long> find(List<String> lines, String beginning) {
    return lines.stream()
        .filter(line -> line.startsWith(beginning))
        .map(line -> Long.valueOf(line.substring(beginning.length())))
        .findFirst();
  }
}
