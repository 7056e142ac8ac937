package io.tamnas.worker.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.tamnas.protocol.task.TaskResult;
import io.tamnas.worker.attempt.AttemptHarness;
import io.tamnas.worker.fake.Assigned;
import io.tamnas.worker.fake.FakeRunner;
import io.tamnas.worker.task.TaskContext;
import io.tamnas.worker.task.TaskRunner.Interruption;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AttemptMetricsTest {
  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private final FakeRunner runner = new FakeRunner(Interruption.AT_ONCE, this::work);
  private double busy;
  private double training;

  private TaskResult work(TaskContext context) {
    busy = meters.get("tamnas.worker.busy").gauge().value();
    training = meters.get("tamnas.worker.task").tag("kind", "TRAIN_SUPERNET").gauge().value();
    context.metrics(10, Map.of("trainingLoss", 1.0));
    context.progress(0.5);
    context.metrics(20, Map.of("trainingLoss", 0.5));
    return FakeRunner.RESULT;
  }

  @Test
  void showTheTaskInHandAndCountItsStepsAndImages(@TempDir Path folder) throws Exception {
    AttemptMetrics metrics = new AttemptMetrics(meters, List.of(runner));
    try (AttemptHarness harness = new AttemptHarness(folder, metrics)) {
      assertThat(meters.get("tamnas.worker.busy").gauge().value()).isZero();

      harness.runToEnd(Assigned.task(1), runner);

      assertThat(busy).isEqualTo(1);
      assertThat(training).isEqualTo(1);
      assertThat(meters.get("tamnas.worker.busy").gauge().value()).isZero();
      assertThat(meters.get("tamnas.worker.task").gauge().value()).isZero();
      assertThat(meters.get("tamnas.worker.steps").counter().count()).isEqualTo(20);
      assertThat(meters.get("tamnas.worker.images").counter().count()).isEqualTo(160);
    }
  }
}
