package io.tamnas.evaluator.measuring;

import io.tamnas.nets.measuring.MeasuringObserver;
import io.tamnas.nets.measuring.MeasuringStopped;
import io.tamnas.worker.task.TaskContext;
import io.tamnas.worker.task.TaskStopped;

/** Tells a measurement's course to its attempt, and the attempt's wishes to the measurement. */
public final class AttemptObserver implements MeasuringObserver {
  private final TaskContext context;

  public AttemptObserver(TaskContext context) {
    this.context = context;
  }

  @Override
  public void checkContinue() {
    try {
      context.checkContinue();
    } catch (TaskStopped stopped) {
      throw new MeasuringStopped(String.valueOf(stopped.getMessage()));
    }
  }

  @Override
  public void onProgress(double share) {
    context.progress(share);
  }
}
