package io.tamnas.trainer.training;

import io.tamnas.nets.dataset.Dataset;
import io.tamnas.nets.training.SupernetTraining;
import io.tamnas.nets.training.TrainedSupernet;
import io.tamnas.protocol.task.TaskKind;
import io.tamnas.protocol.task.TaskResult;
import io.tamnas.protocol.task.Work;
import io.tamnas.trainer.dataset.NamedDatasets;
import io.tamnas.worker.task.TaskContext;
import io.tamnas.worker.task.TaskFailedException;
import io.tamnas.worker.task.TaskRunner;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Trains supernets; an interrupted training goes on where its last checkpoint was taken. */
@Component
class SupernetRunner implements TaskRunner {
  private final NamedDatasets datasets;

  SupernetRunner(NamedDatasets datasets) {
    this.datasets = datasets;
  }

  @Override
  public Set<TaskKind> kinds() {
    return Set.of(TaskKind.TRAIN_SUPERNET);
  }

  @Override
  public Interruption interruption() {
    return Interruption.AFTER_CHECKPOINT;
  }

  @Override
  public TaskResult run(Work work, TaskContext context) {
    return switch (work) {
      case Work.TrainSupernet training -> train(training, context);
      case Work.Evaluate _,
          Work.TransferMatrix _,
          Work.TrainSubnet _,
          Work.Validate _,
          Work.Export _,
          Work.MeasureLatency _ ->
          throw TaskFailedException.invalid(
              "this runner trains supernets; it was given " + work.kind());
    };
  }

  private TaskResult train(Work.TrainSupernet work, TaskContext context) {
    Dataset dataset = datasets.open(work.dataset(), context::checkContinue);
    TestSplit.require(work.testImages(), dataset);
    SupernetTraining training = Trainings.of(work, dataset);
    TrainedSupernet supernet = AttemptedTraining.run(training::train, context);
    String artifact = context.upload(supernet.file());
    return new TaskResult.SupernetTrained(artifact, dataset.digest());
  }
}
