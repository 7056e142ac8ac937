package io.tamnas.evaluator.latency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tamnas.evaluator.measuring.QuietContext;
import io.tamnas.nets.engine.DeviceChoice;
import io.tamnas.nets.engine.Engines;
import io.tamnas.nets.export.LatencyMachine;
import io.tamnas.protocol.evaluation.LatencyProtocol;
import io.tamnas.protocol.task.FailureClass;
import io.tamnas.protocol.task.TaskKind;
import io.tamnas.protocol.task.TaskResult;
import io.tamnas.protocol.task.Work;
import io.tamnas.worker.identity.WorkerDescription;
import io.tamnas.worker.task.TaskFailedException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LatencyRunnerTest {
  private static final String SPACE =
      "input=3x16x16 classes=4 stem=8/1 layers=16/2(shuffle3,xception-nl@0.2,2.0) head=16";
  private static final List<Integer> SMALL = List.of(0, 0);
  private static final List<Integer> LARGE = List.of(1, 1);

  @TempDir Path folder;

  @BeforeAll
  static void configure() {
    Engines.configure(1, DeviceChoice.CPU);
  }

  @Test
  void measuresASubnetUnderTheKindOfMachineThatWasRegistered() {
    TaskResult.LatencyMeasured measured = measure(SMALL);

    assertThat(measured.medianNanos()).isPositive();
    assertThat(measured.machine())
        .isEqualTo(LatencyMachine.describe())
        .contains("onnxruntime 1.", "1 thread", System.getProperty("os.arch"));
  }

  @Test
  void findsTheLargerSubnetSlower() {
    long small = Long.MAX_VALUE;
    long large = Long.MAX_VALUE;
    // in turns, and the least disturbed of each: other tests run beside this one
    for (int round = 0; round < 10; round++) {
      small = Math.min(small, measure(SMALL).medianNanos());
      large = Math.min(large, measure(LARGE).medianNanos());
    }

    assertThat(large).isGreaterThan(small);
  }

  @Test
  void failsForGoodWhatAnotherTryWouldNotMend() {
    refuse(new Work.MeasureLatency(SPACE, List.of(7, 0), new LatencyProtocol(1, 3)), "genotype");
    refuse(new Work.MeasureLatency(SPACE, SMALL, new LatencyProtocol(1, 0)), "at least one run");
  }

  @Test
  void leavesOtherWorkToOthers() {
    assertThat(runner().kinds()).containsExactly(TaskKind.MEASURE_LATENCY);
  }

  private void refuse(Work.MeasureLatency work, String reason) {
    assertThatThrownBy(() -> runner().run(work, new QuietContext(folder)))
        .isInstanceOfSatisfying(
            TaskFailedException.class,
            failed -> assertThat(failed.failureClass()).isEqualTo(FailureClass.INVALID))
        .hasMessageContaining(reason);
  }

  private TaskResult.LatencyMeasured measure(List<Integer> genotype) {
    return (TaskResult.LatencyMeasured)
        runner()
            .run(
                new Work.MeasureLatency(SPACE, genotype, new LatencyProtocol(5, 50)),
                new QuietContext(folder));
  }

  private static LatencyRunner runner() {
    return new LatencyRunner(
        new WorkerDescription("cpu", "test", "test", Optional.of(LatencyMachine.describe())));
  }
}
