package io.tamnas.nets.training;

import ai.djl.ndarray.NDManager;
import io.tamnas.nets.engine.Engines;
import io.tamnas.nets.engine.MemoryShortage;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;

/** What trainings of one kind have in common, and how each goes from its beginning to its end. */
interface Course {

  TrainingRecipe recipe();

  /** Reads and writes its states. */
  TrainingCheckpoint checkpoint();

  /**
   * The state before the first step.
   *
   * @param recipe this one, or one for a trial
   * @param manager closes it
   */
  TrainingState fresh(TrainingRecipe recipe, NDManager manager);

  /**
   * The steps from a state on.
   *
   * @param recipe this one, or one for a trial
   */
  TrainingStep step(TrainingState state, TrainingRecipe recipe);

  /** What is looked for between the steps. */
  default Look look(TrainingState state) {
    return Look.NEVER;
  }

  /**
   * Trains to the end of the recipe.
   *
   * @param result of the last state
   * @throws OutOfMemoryException where memory does not suffice, naming smaller batches that fit
   */
  default <T> T complete(
      TrainingObserver observer,
      Path workDirectory,
      Optional<Path> checkpoint,
      Function<TrainingState, T> result) {
    try (TrainingRun run = open(checkpoint)) {
      run.complete(observer, workDirectory);
      return result.apply(run.state());
    } catch (RuntimeException | OutOfMemoryError failure) {
      if (MemoryShortage.isBehind(failure)) {
        int size = recipe().batchSize();
        throw new OutOfMemoryException(
            size, FittingBatch.below(size, this::tryStep, failure), failure);
      }
      throw failure;
    }
  }

  private TrainingRun open(Optional<Path> checkpoint) {
    NDManager manager = Engines.newManager();
    try {
      TrainingCheckpoint.Resumed begin =
          checkpoint.isPresent()
              ? checkpoint().read(checkpoint.get(), manager)
              : new TrainingCheckpoint.Resumed(fresh(recipe(), manager), 0);
      TrainingState state = begin.state();
      return new TrainingRun(
          state, step(state, recipe()), begin.step(), recipe().steps(), checkpoint(), look(state));
    } catch (RuntimeException | OutOfMemoryError failure) {
      manager.close();
      throw failure;
    }
  }

  /** One step with the widest paths and all of ε, of which nothing is kept. */
  private void tryStep(int batchSize) {
    TrainingRecipe smaller = recipe().forTrial(batchSize);
    try (NDManager manager = Engines.newManager()) {
      step(fresh(smaller, manager), smaller).run(0);
    }
  }
}
