package io.tamnas.nets.training;

import java.nio.file.Path;
import java.util.OptionalInt;

/** The steps of a training, from where it begins to its end, in view of its observer. */
final class TrainingRun implements AutoCloseable {
  private static final int STEPS_PER_REPORT = 20;

  private final TrainingState state;
  private final TrainingStep step;
  private final int first;
  private final int steps;
  private final TrainingCheckpoint checkpoint;
  private final MeanMetrics metrics = new MeanMetrics();
  private OptionalInt lastCheckpoint;

  TrainingRun(
      TrainingState state, TrainingStep step, int first, int steps, TrainingCheckpoint checkpoint) {
    this.state = state;
    this.step = step;
    this.first = first;
    this.steps = steps;
    this.checkpoint = checkpoint;
    this.lastCheckpoint = first == 0 ? OptionalInt.empty() : OptionalInt.of(first);
  }

  TrainingState state() {
    return state;
  }

  /** Runs the steps that are left. */
  void complete(TrainingObserver observer, Path workDirectory) {
    for (int current = first; current < steps; current++) {
      observer.checkContinue();
      StepOutcome outcome = run(current);
      metrics.add(outcome);
      int done = current + 1;
      if (done % STEPS_PER_REPORT == 0 || done == steps) {
        report(done, outcome, observer, workDirectory);
      }
    }
  }

  private StepOutcome run(int current) {
    try {
      return step.run(current);
    } catch (DivergedException diverged) {
      throw diverged.withCheckpoint(lastCheckpoint);
    }
  }

  /** Nothing is summed up when a checkpoint is written, so a resumed training reports the same. */
  private void report(
      int done, StepOutcome outcome, TrainingObserver observer, Path workDirectory) {
    observer.onMetrics(done, metrics.take(outcome));
    observer.onProgress((double) done / steps);
    if (observer.wantsCheckpoint()) {
      write(done, observer, workDirectory);
    }
  }

  private void write(int done, TrainingObserver observer, Path workDirectory) {
    Path file = workDirectory.resolve("training.tamnas");
    checkpoint.write(file, state, done);
    lastCheckpoint = OptionalInt.of(done);
    observer.onCheckpoint(done, file);
  }

  @Override
  public void close() {
    state.close();
  }
}
