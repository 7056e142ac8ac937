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
  private final Look look;
  private final MeanMetrics metrics;
  private OptionalInt lastCheckpoint;

  TrainingRun(
      TrainingState state, TrainingStep step, int first, int steps, TrainingCheckpoint checkpoint) {
    this(state, step, first, steps, checkpoint, Look.NEVER);
  }

  /** Looks at the state after each step; a checkpoint has what was seen. */
  TrainingRun(
      TrainingState state,
      TrainingStep step,
      int first,
      int steps,
      TrainingCheckpoint checkpoint,
      Look look) {
    this.state = state;
    this.step = step;
    this.first = first;
    this.steps = steps;
    this.checkpoint = checkpoint;
    this.look = look;
    this.metrics = new MeanMetrics(state.numbers());
    this.lastCheckpoint = first == 0 ? OptionalInt.empty() : OptionalInt.of(first);
  }

  TrainingState state() {
    return state;
  }

  /**
   * Runs the steps that are left.
   *
   * @throws DivergedException naming the last checkpoint
   */
  void complete(TrainingObserver observer, Path workDirectory) {
    try {
      for (int current = first; current < steps; current++) {
        observer.checkContinue();
        run(current, observer);
        look.after(current + 1, observer);
        if (observer.wantsCheckpoint()) {
          write(current + 1, observer, workDirectory);
        }
      }
      TrainingCheckpoint.requireNumbers(state.learned(), steps);
    } catch (DivergedException diverged) {
      throw diverged.withCheckpoint(lastCheckpoint);
    }
  }

  private void run(int current, TrainingObserver observer) {
    StepOutcome outcome = step.run(current, observer::checkContinue);
    metrics.add(outcome);
    int done = current + 1;
    if (done % STEPS_PER_REPORT == 0 || done == steps) {
      observer.onMetrics(done, metrics.take(outcome));
      observer.onProgress((double) done / steps);
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
