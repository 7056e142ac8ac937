package io.tamnas.evaluator.latency;

import io.tamnas.evaluator.measuring.AttemptObserver;
import io.tamnas.evaluator.measuring.Subjects;
import io.tamnas.nets.export.Latency;
import io.tamnas.nets.export.LatencyProtocol;
import io.tamnas.nets.export.SubnetLatency;
import io.tamnas.nets.measuring.MeasuringStopped;
import io.tamnas.protocol.task.FailureClass;
import io.tamnas.protocol.task.TaskKind;
import io.tamnas.protocol.task.TaskResult;
import io.tamnas.protocol.task.Work;
import io.tamnas.worker.identity.WorkerDescription;
import io.tamnas.worker.task.TaskContext;
import io.tamnas.worker.task.TaskFailedException;
import io.tamnas.worker.task.TaskRunner;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Measures latencies of subnets in a process of their own while this one waits; an interrupted
 * measurement begins anew. A result names the kind of machine under which this worker registered.
 */
@Component
final class LatencyRunner implements TaskRunner {
  private final WorkerDescription description;

  LatencyRunner(WorkerDescription description) {
    this.description = description;
  }

  @Override
  public Set<TaskKind> kinds() {
    return Set.of(TaskKind.MEASURE_LATENCY);
  }

  @Override
  public Interruption interruption() {
    return Interruption.AT_ONCE;
  }

  @Override
  public TaskResult run(Work work, TaskContext context) {
    return switch (work) {
      case Work.MeasureLatency latency -> classified(latency, context);
      case Work.TrainSupernet _,
          Work.TrainSubnet _,
          Work.Evaluate _,
          Work.TransferMatrix _,
          Work.Validate _,
          Work.Export _ ->
          throw TaskFailedException.invalid(
              "this runner measures latencies; it was given " + work.kind());
    };
  }

  private TaskResult classified(Work.MeasureLatency work, TaskContext context) {
    try {
      return measure(work, context);
    } catch (MeasuringStopped stopped) {
      context.checkContinue();
      throw new IllegalStateException("a measurement stopped that nobody had asked to", stopped);
    } catch (IllegalArgumentException invalid) {
      throw new TaskFailedException(
          FailureClass.INVALID, String.valueOf(invalid.getMessage()), invalid);
    } catch (IllegalStateException failure) {
      throw new TaskFailedException(
          FailureClass.INFRASTRUCTURE, String.valueOf(failure.getMessage()), failure);
    }
  }

  private TaskResult measure(Work.MeasureLatency work, TaskContext context) {
    Subjects subject = Subjects.of(work.space(), List.of(work.genotype()));
    LatencyProtocol protocol =
        new LatencyProtocol(work.protocol().warmups(), work.protocol().runs());
    Latency latency =
        new SubnetLatency(subject.space(), protocol, context.directory())
            .measure(subject.genotypes().getFirst(), new AttemptObserver(context));
    return new TaskResult.LatencyMeasured(
        latency.lowerQuartileNanos(),
        latency.medianNanos(),
        latency.upperQuartileNanos(),
        description.machine().orElseThrow());
  }
}
