package io.tamnas.trainer.training;

import io.tamnas.nets.training.TrainingObserver;
import io.tamnas.nets.training.TrainingStopped;
import io.tamnas.worker.task.TaskContext;
import io.tamnas.worker.task.TaskStopped;
import java.nio.file.Path;
import java.util.Map;

/** Tells a training's course to its attempt, and the attempt's wishes to the training. */
final class AttemptObserver implements TrainingObserver {
  private final TaskContext context;

  AttemptObserver(TaskContext context) {
    this.context = context;
  }

  @Override
  public void onMetrics(long step, Map<String, Double> metrics) {
    context.metrics(step, metrics);
  }

  @Override
  public boolean wantsCheckpoint() {
    return context.wantsCheckpoint();
  }

  @Override
  public void onCheckpoint(long step, Path file) {
    context.checkpoint(step, file);
  }

  @Override
  public void checkContinue() {
    try {
      context.checkContinue();
    } catch (TaskStopped stopped) {
      throw new TrainingStopped(String.valueOf(stopped.getMessage()));
    }
  }

  @Override
  public void onProgress(double share) {
    context.progress(share);
  }
}
