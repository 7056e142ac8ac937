package io.tamnas.evaluator.measuring;

import io.tamnas.nets.dataset.Dataset;
import io.tamnas.nets.measuring.Measurement;
import io.tamnas.nets.measuring.MeasuringStopped;
import io.tamnas.nets.measuring.SubnetMeasuring;
import io.tamnas.protocol.task.TaskKind;
import io.tamnas.protocol.task.TaskResult;
import io.tamnas.protocol.task.Work;
import io.tamnas.space.Genotype;
import io.tamnas.worker.identity.WorkerDescription;
import io.tamnas.worker.task.TaskContext;
import io.tamnas.worker.task.TaskFailedException;
import io.tamnas.worker.task.TaskRunner;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Measures subnets; an interrupted measurement begins anew. A result names the numeric environment
 * under which this worker registered, so the service can tell which measurements it need not
 * repeat.
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
    return Set.of(TaskKind.EVALUATE);
  }

  @Override
  public Interruption interruption() {
    return Interruption.AT_ONCE;
  }

  @Override
  public TaskResult run(Work work, TaskContext context) {
    return switch (work) {
      case Work.Evaluate evaluate -> evaluate(evaluate, context);
      case Work.TrainSupernet other ->
          throw TaskFailedException.invalid("this worker measures; it was given " + other.kind());
    };
  }

  private TaskResult evaluate(Work.Evaluate work, TaskContext context) {
    Subject subject = Subject.of(work);
    Dataset dataset = measurings.dataset(work, context::checkContinue);
    SubnetMeasuring measuring = measurings.measuring(work, subject.space(), dataset, context);
    Measurement counts = measure(measuring, subject.genotype(), context);
    return new TaskResult.SubnetMeasured(
        counts.images(),
        counts.cleanCorrect(),
        counts.adversarialCorrect(),
        dataset.digest(),
        description.numericEnvironment());
  }

  /** After an unexpected failure, such as of memory, nothing is kept for the next measurement. */
  private Measurement measure(SubnetMeasuring measuring, Genotype genotype, TaskContext context) {
    try {
      return measuring.measure(genotype, new AttemptObserver(context));
    } catch (MeasuringStopped stopped) {
      context.checkContinue();
      throw new IllegalStateException("a measurement stopped that nobody had asked to", stopped);
    } catch (RuntimeException | Error failure) {
      measurings.close();
      throw failure;
    }
  }
}
