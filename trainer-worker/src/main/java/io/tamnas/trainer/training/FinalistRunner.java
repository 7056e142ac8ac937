package io.tamnas.trainer.training;

import io.tamnas.nets.dataset.Dataset;
import io.tamnas.nets.measuring.Measurement;
import io.tamnas.nets.training.FinalistTraining;
import io.tamnas.nets.training.TrainedFinalist;
import io.tamnas.protocol.task.TaskKind;
import io.tamnas.protocol.task.TaskResult;
import io.tamnas.protocol.task.Work;
import io.tamnas.trainer.dataset.NamedDatasets;
import io.tamnas.worker.identity.WorkerDescription;
import io.tamnas.worker.task.TaskContext;
import io.tamnas.worker.task.TaskFailedException;
import io.tamnas.worker.task.TaskRunner;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Trains subnets as networks of their own; an interrupted training goes on where its last
 * checkpoint was taken.
 */
@Component
class FinalistRunner implements TaskRunner {
  private final NamedDatasets datasets;
  private final WorkerDescription description;

  FinalistRunner(NamedDatasets datasets, WorkerDescription description) {
    this.datasets = datasets;
    this.description = description;
  }

  @Override
  public Set<TaskKind> kinds() {
    return Set.of(TaskKind.TRAIN_SUBNET);
  }

  @Override
  public Interruption interruption() {
    return Interruption.AFTER_CHECKPOINT;
  }

  @Override
  public TaskResult run(Work work, TaskContext context) {
    return switch (work) {
      case Work.TrainSubnet training -> train(training, context);
      case Work.TrainSupernet _,
          Work.Evaluate _,
          Work.TransferMatrix _,
          Work.Validate _,
          Work.Export _,
          Work.MeasureLatency _ ->
          throw TaskFailedException.invalid(
              "this runner trains subnets; it was given " + work.kind());
    };
  }

  private TaskResult train(Work.TrainSubnet work, TaskContext context) {
    Dataset dataset = datasets.open(work.dataset(), context::checkContinue);
    requireDigest(work, dataset);
    TestSplit.require(work.testImages(), dataset);
    FinalistTraining training = FinalistTrainings.of(work, dataset, context);
    TrainedFinalist finalist = AttemptedTraining.run(training::train, context);
    String artifact = context.upload(finalist.file());
    return new TaskResult.SubnetTrained(
        artifact, finalist.step(), measured(finalist.selected(), dataset));
  }

  private static void requireDigest(Work.TrainSubnet work, Dataset dataset) {
    if (!dataset.digest().equals(work.datasetDigest())) {
      throw TaskFailedException.invalid(
          "data set '"
              + dataset.name()
              + "' on this trainer has the digest "
              + dataset.digest()
              + ", but the search was made on "
              + work.datasetDigest()
              + "; give all workers the same files");
    }
  }

  private TaskResult.NetworkMeasured measured(Measurement counts, Dataset dataset) {
    return new TaskResult.NetworkMeasured(
        counts.images(),
        counts.cleanCorrect(),
        counts.adversarialCorrect(),
        MaskingSigns.of(counts.maskingSigns()),
        dataset.digest(),
        description.numericEnvironment());
  }
}
