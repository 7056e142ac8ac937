package io.tamnas.evaluator.measuring;

import io.tamnas.nets.attack.FinalImages;
import io.tamnas.nets.dataset.Dataset;
import io.tamnas.nets.dataset.InvalidDatasetException;
import io.tamnas.nets.measuring.Measurement;
import io.tamnas.nets.measuring.MeasuringStopped;
import io.tamnas.nets.measuring.NetworkMeasuring;
import io.tamnas.nets.measuring.SubnetMeasuring;
import io.tamnas.nets.transfer.TransferMatrix;
import io.tamnas.protocol.evaluation.EvaluationProtocol;
import io.tamnas.protocol.task.FailureClass;
import io.tamnas.protocol.task.TaskKind;
import io.tamnas.protocol.task.TaskResult;
import io.tamnas.protocol.task.Work;
import io.tamnas.worker.identity.WorkerDescription;
import io.tamnas.worker.task.TaskContext;
import io.tamnas.worker.task.TaskFailedException;
import io.tamnas.worker.task.TaskRunner;
import io.tamnas.worker.task.TaskStopped;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/**
 * Measures subnets, alone or against one another, and networks of their own; an interrupted
 * measurement begins anew. A result names the numeric environment under which this worker
 * registered, so the service can tell which measurements it need not repeat.
 */
@Component
class MeasuringRunner implements TaskRunner {
  private final Measurings measurings;
  private final WorkerDescription description;

  MeasuringRunner(Measurings measurings, WorkerDescription description) {
    this.measurings = measurings;
    this.description = description;
  }

  @Override
  public Set<TaskKind> kinds() {
    return Set.of(TaskKind.EVALUATE, TaskKind.TRANSFER_MATRIX, TaskKind.VALIDATE);
  }

  @Override
  public Interruption interruption() {
    return Interruption.AT_ONCE;
  }

  @Override
  public TaskResult run(Work work, TaskContext context) {
    return switch (work) {
      case Work.Evaluate evaluate -> measure(context, () -> evaluate(evaluate, context));
      case Work.TransferMatrix matrix -> measure(context, () -> transfer(matrix, context));
      case Work.Validate validate -> measure(context, () -> validate(validate, context));
      case Work.TrainSupernet _, Work.TrainSubnet _, Work.Export _, Work.MeasureLatency _ ->
          throw TaskFailedException.invalid("this worker measures; it was given " + work.kind());
    };
  }

  private TaskResult evaluate(Work.Evaluate work, TaskContext context) {
    Series series = Series.of(work);
    Subjects subjects = Subjects.of(work.space(), List.of(work.genotype()));
    Dataset dataset =
        measurings.dataset(series.dataset(), series.datasetDigest(), context::checkContinue);
    SubnetMeasuring measuring = measurings.measuring(series, subjects.space(), dataset, context);
    Measurement counts =
        measuring.measure(subjects.genotypes().getFirst(), new AttemptObserver(context));
    return new TaskResult.SubnetMeasured(
        counts.images(),
        counts.cleanCorrect(),
        counts.adversarialCorrect(),
        MaskingSigns.of(counts.maskingSigns()),
        dataset.digest(),
        description.numericEnvironment());
  }

  private TaskResult transfer(Work.TransferMatrix work, TaskContext context) {
    requireFinalImage(work.protocol());
    Series series = Series.of(work);
    Subjects subjects = Subjects.of(work.space(), work.genotypes());
    Dataset dataset =
        measurings.dataset(series.dataset(), series.datasetDigest(), context::checkContinue);
    SubnetMeasuring measuring = measurings.measuring(series, subjects.space(), dataset, context);
    TransferMatrix counts = measuring.transfer(subjects.genotypes(), new AttemptObserver(context));
    return new TaskResult.TransferMeasured(
        counts.images(),
        counts.clean(),
        counts.correct(),
        dataset.digest(),
        description.numericEnvironment());
  }

  private TaskResult validate(Work.Validate work, TaskContext context) {
    Subjects subjects = Subjects.of(work.space(), List.of(work.genotype()));
    Dataset dataset =
        measurings.dataset(work.dataset(), work.datasetDigest(), context::checkContinue);
    try (NetworkMeasuring measuring =
        measurings.measuring(
            work, subjects.space(), subjects.genotypes().getFirst(), dataset, context)) {
      Measurement counts = measuring.measure(new AttemptObserver(context));
      return new TaskResult.NetworkMeasured(
          counts.images(),
          counts.cleanCorrect(),
          counts.adversarialCorrect(),
          MaskingSigns.of(counts.maskingSigns()),
          dataset.digest(),
          description.numericEnvironment());
    }
  }

  private static void requireFinalImage(EvaluationProtocol protocol) {
    try {
      FinalImages.requireOneRun(Protocols.of(protocol).attack());
    } catch (IllegalArgumentException invalid) {
      throw new TaskFailedException(
          FailureClass.INVALID, String.valueOf(invalid.getMessage()), invalid);
    }
  }

  /**
   * After an unexpected failure, such as of memory while supernet and images are loaded or
   * measured, nothing is kept for the next measurement.
   */
  private TaskResult measure(TaskContext context, Supplier<TaskResult> measuring) {
    try {
      return measuring.get();
    } catch (MeasuringStopped stopped) {
      context.checkContinue();
      throw new IllegalStateException("a measurement stopped that nobody had asked to", stopped);
    } catch (TaskFailedException | TaskStopped expected) {
      throw expected;
    } catch (InvalidDatasetException damaged) {
      measurings.close();
      throw new TaskFailedException(
          FailureClass.INFRASTRUCTURE, String.valueOf(damaged.getMessage()), damaged);
    } catch (RuntimeException | Error failure) {
      measurings.close();
      throw failure;
    }
  }
}
