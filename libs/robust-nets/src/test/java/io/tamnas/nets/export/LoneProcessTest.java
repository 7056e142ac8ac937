package io.tamnas.nets.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.ndarray.NDManager;
import io.tamnas.nets.engine.DeviceChoice;
import io.tamnas.nets.engine.Engines;
import io.tamnas.nets.fixture.TinySpaces;
import io.tamnas.nets.measuring.MeasuringStopped;
import io.tamnas.space.SearchSpace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LoneProcessTest {
  private static final Path STATUS = Path.of("/proc/self/status");

  @TempDir Path folder;

  @BeforeAll
  static void configure() {
    Engines.configure(1, DeviceChoice.CPU);
  }

  @Test
  void tellsTimeAndMemoryOfTheFileAlone() throws IOException {
    Path file = write();
    Footprint footprint =
        new LoneProcess(folder).measure(file, LatencyProtocol.ofRuns(50), new Counting());

    assertThat(footprint.fileBytes()).isEqualTo(Files.size(file)).isLessThan(100_000);
    assertThat(footprint.latency().medianMillis()).isBetween(0.001, 1000.0);
    assertThat(footprint.peakMemoryBytes().isPresent()).isEqualTo(Files.isReadable(STATUS));
    footprint
        .peakMemoryBytes()
        .ifPresent(bytes -> assertThat(bytes).isBetween(20L << 20, 400L << 20));
  }

  @Test
  void leavesNoUnpackedLibraries() throws IOException {
    new LoneProcess(folder).measure(write(), LatencyProtocol.ofRuns(1), new Counting());

    try (Stream<Path> left = Files.walk(folder)) {
      assertThat(left.filter(Files::isRegularFile).map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder("network.onnx", "lone.out", "lone.err");
    }
  }

  @Test
  void tellsWhyTheProcessFailed() throws IOException {
    Path none = Files.writeString(folder.resolve("none.onnx"), "no network at all");

    assertThatThrownBy(
            () -> new LoneProcess(folder).measure(none, LatencyProtocol.ofRuns(1), new Counting()))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("ended with 1")
        .hasMessageContaining("none.onnx cannot be loaded");
  }

  @Test
  void stopsWhenAsked() {
    LatencyProtocol endless = new LatencyProtocol(0, 1_000_000);
    Path file = write();

    assertThatThrownBy(() -> new LoneProcess(folder).measure(file, endless, new Counting(1)))
        .isInstanceOf(MeasuringStopped.class);
  }

  /** Of the most runs that a job may ask for, at a tenth of a second for each. */
  @Test
  void hasPatienceForEveryRunThatIsAskedFor() {
    assertThat(LoneProcess.patience(new LatencyProtocol(10_000, 100_000)))
        .isGreaterThan(Duration.ofMillis(100).multipliedBy(110_000));
    assertThat(LoneProcess.patience(new LatencyProtocol(0, 1)))
        .isBetween(Duration.ofMinutes(10), Duration.ofMinutes(11));
  }

  @Test
  void takesTheQuartilesOfTheTimes() {
    assertThat(Latency.of(new long[] {7})).isEqualTo(new Latency(7, 7, 7));
    assertThat(Latency.of(new long[] {9, 1, 4})).isEqualTo(new Latency(2, 4, 6));
    assertThat(Latency.of(new long[] {90, 10, 40, 60})).isEqualTo(new Latency(32, 50, 67));
    assertThat(Latency.of(new long[] {5, 3, 1, 4, 2})).isEqualTo(new Latency(2, 3, 4));
    assertThat(new Latency(1, 2_500_000, 3_000_000).medianMillis()).isEqualTo(2.5);
  }

  @Test
  void readsThePeakOfAProcess() {
    assertThat(LoneProgram.peak("Name:\tjava\nVmPeak:\t 9 kB\nVmHWM:\t   1234 kB\n"))
        .hasValue(1234 * 1024);
    assertThat(LoneProgram.peak("Name:\tjava\n")).isEqualTo(OptionalLong.empty());
  }

  @Test
  void warmsUpByATenthOfTheRuns() {
    assertThat(LatencyProtocol.ofRuns(200)).isEqualTo(new LatencyProtocol(20, 200));
    assertThat(LatencyProtocol.ofRuns(5)).isEqualTo(new LatencyProtocol(1, 5));
    assertThatThrownBy(() -> LatencyProtocol.ofRuns(0))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private Path write() {
    Path file = folder.resolve("network.onnx");
    SearchSpace space = TinySpaces.everything();
    try (NDManager manager = Engines.newManager()) {
      OnnxModel.write(
          FoldedSubnets.of(space, TinySpaces.first(space), manager),
          new Origin("a", "b", "c"),
          file);
    }
    return file;
  }
}
