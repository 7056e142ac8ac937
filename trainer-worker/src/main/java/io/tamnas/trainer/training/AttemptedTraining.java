package io.tamnas.trainer.training;

import io.tamnas.nets.checkpoint.InvalidCheckpointException;
import io.tamnas.nets.dataset.InvalidDatasetException;
import io.tamnas.nets.training.DivergedException;
import io.tamnas.nets.training.OutOfMemoryException;
import io.tamnas.nets.training.TrainingObserver;
import io.tamnas.nets.training.TrainingStopped;
import io.tamnas.protocol.task.FailureClass;
import io.tamnas.worker.task.TaskContext;
import io.tamnas.worker.task.TaskFailedException;
import java.nio.file.Path;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A training as the work of an attempt: it goes on where its last checkpoint was taken, and its
 * failures have the classes that decide what happens next.
 *
 * @param <T> what comes out of it
 */
@FunctionalInterface
interface AttemptedTraining<T> {
  Logger log = LoggerFactory.getLogger(AttemptedTraining.class);

  /** Trains to the end, from the beginning or from a checkpoint. */
  T train(TrainingObserver observer, Path workDirectory, Optional<Path> checkpoint);

  /**
   * Trains in an attempt.
   *
   * @throws TaskFailedException as DIVERGED, OUT_OF_MEMORY, INVALID where an artifact is not what
   *     the task says, or INFRASTRUCTURE where images are damaged
   */
  static <T> T run(AttemptedTraining<T> training, TaskContext context) {
    try {
      return resume(training, context);
    } catch (TrainingStopped stopped) {
      context.checkContinue();
      throw new IllegalStateException("a training stopped that nobody had asked to", stopped);
    } catch (DivergedException diverged) {
      throw failed(FailureClass.DIVERGED, diverged);
    } catch (InvalidCheckpointException unusable) {
      throw failed(FailureClass.INVALID, unusable);
    } catch (InvalidDatasetException damaged) {
      throw failed(FailureClass.INFRASTRUCTURE, damaged);
    } catch (OutOfMemoryException shortage) {
      throw failed(FailureClass.OUT_OF_MEMORY, shortage);
    }
  }

  /** Without a usable checkpoint the same comes out later. */
  private static <T> T resume(AttemptedTraining<T> training, TaskContext context) {
    AttemptObserver observer = new AttemptObserver(context);
    Optional<Path> checkpoint = context.lastCheckpoint();
    try {
      return training.train(observer, context.directory(), checkpoint);
    } catch (InvalidCheckpointException unusable) {
      if (checkpoint.isEmpty()) {
        throw unusable;
      }
      log.warn("the training begins anew: {}", unusable.getMessage());
      return training.train(observer, context.directory(), Optional.empty());
    }
  }

  private static TaskFailedException failed(FailureClass failureClass, RuntimeException cause) {
    return new TaskFailedException(failureClass, String.valueOf(cause.getMessage()), cause);
  }
}
