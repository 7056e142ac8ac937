package io.tamnas.trainer.training;

import io.tamnas.nets.checkpoint.InvalidCheckpointException;
import io.tamnas.nets.dataset.Dataset;
import io.tamnas.nets.dataset.InvalidDatasetException;
import io.tamnas.nets.training.DivergedException;
import io.tamnas.nets.training.OutOfMemoryException;
import io.tamnas.nets.training.SupernetTraining;
import io.tamnas.nets.training.TrainedSupernet;
import io.tamnas.nets.training.TrainingStopped;
import io.tamnas.protocol.task.FailureClass;
import io.tamnas.protocol.task.TaskKind;
import io.tamnas.protocol.task.TaskResult;
import io.tamnas.protocol.task.Work;
import io.tamnas.trainer.dataset.NamedDatasets;
import io.tamnas.worker.task.TaskContext;
import io.tamnas.worker.task.TaskFailedException;
import io.tamnas.worker.task.TaskRunner;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Trains supernets; an interrupted training goes on where its last checkpoint was taken. */
@Component
class SupernetRunner implements TaskRunner {
  private static final Logger log = LoggerFactory.getLogger(SupernetRunner.class);

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
              Work.Export _ ->
          throw TaskFailedException.invalid("this worker trains; it was given " + work.kind());
    };
  }

  private TaskResult train(Work.TrainSupernet work, TaskContext context) {
    Dataset dataset = datasets.open(work.dataset(), context::checkContinue);
    TrainedSupernet supernet = train(Trainings.of(work, dataset), context);
    String artifact = context.upload(supernet.file());
    return new TaskResult.SupernetTrained(artifact, dataset.digest());
  }

  private static TrainedSupernet train(SupernetTraining training, TaskContext context) {
    try {
      return resume(training, context);
    } catch (TrainingStopped stopped) {
      context.checkContinue();
      throw new IllegalStateException("a training stopped that nobody had asked to", stopped);
    } catch (DivergedException diverged) {
      throw new TaskFailedException(
          FailureClass.DIVERGED, String.valueOf(diverged.getMessage()), diverged);
    } catch (InvalidDatasetException damaged) {
      throw new TaskFailedException(
          FailureClass.INFRASTRUCTURE, String.valueOf(damaged.getMessage()), damaged);
    } catch (OutOfMemoryException shortage) {
      throw new TaskFailedException(
          FailureClass.OUT_OF_MEMORY, String.valueOf(shortage.getMessage()), shortage);
    }
  }

  /** Without a usable checkpoint the same supernet comes out later. */
  private static TrainedSupernet resume(SupernetTraining training, TaskContext context) {
    AttemptObserver observer = new AttemptObserver(context);
    try {
      return training.train(observer, context.directory(), context.lastCheckpoint());
    } catch (InvalidCheckpointException unusable) {
      log.warn("the training begins anew: {}", unusable.getMessage());
      return training.train(observer, context.directory(), Optional.empty());
    }
  }
}
