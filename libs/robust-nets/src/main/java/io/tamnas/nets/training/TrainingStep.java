package io.tamnas.nets.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import io.tamnas.nets.dataset.Dataset;
import io.tamnas.space.InputShape;
import java.util.stream.IntStream;

/** One step: draw paths and images, craft and learn. */
final class TrainingStep {
  private final TrainingState state;
  private final InputShape shape;
  private final PathDraw paths;
  private final TrainingBatches batches;
  private final Budget budget;
  private final WeightUpdate update;
  private final Teaching teaching;
  private final WeightAveraging averaging;

  /** Towards the recipe's loss for the true labels. */
  TrainingStep(TrainingState state, Dataset dataset, TrainingRecipe recipe, long seed) {
    this(state, dataset, recipe, new LabelGoal(recipe.loss(), dataset.classes()), seed);
  }

  /** Towards another goal. */
  TrainingStep(TrainingState state, Dataset dataset, TrainingRecipe recipe, Goal goal, long seed) {
    this.state = state;
    this.shape = dataset.shape();
    Warmup scales = Warmup.over(recipe.scaleWarmup(), recipe.steps());
    this.paths = new PathDraw(state.plan().space(), scales, recipe.paths(), seed);
    this.batches = new TrainingBatches(dataset, recipe, seed);
    this.budget = Budget.of(recipe);
    this.update = WeightUpdate.of(recipe, state, dataset.classes());
    this.averaging = new WeightAveraging(recipe.averaging());
    this.teaching = new Teachings(recipe, state, goal, seed).with(update);
  }

  /**
   * Runs a step and changes the state.
   *
   * @throws DivergedException where the loss or the gradient is not finite or has exploded
   */
  StepOutcome run(int step) {
    return run(step, () -> {});
  }

  /**
   * The same.
   *
   * @param goOn asked before every pass; what it throws ends the step, and the state is of no use
   */
  StepOutcome run(int step, Runnable goOn) {
    try (NDManager scratch = state.manager().newSubManager()) {
      Teaching.Result result = teaching.teach(lesson(step, goOn, scratch));
      if (averaging.decay() > 0) {
        averaging.average(state.trace(Trace.AVERAGES), state.weights(), step);
      }
      return new StepOutcome(
          result.loss(),
          result.accuracy(),
          result.gradientNorm(),
          budget.epsilon(step),
          update.learningRate(step));
    }
  }

  private Lesson lesson(int step, Runnable goOn, NDManager scratch) {
    TrainingBatches.Batch batch = batches.at(step);
    NDArray labels = scratch.create(IntStream.of(batch.labels()).asLongStream().toArray());
    NDArray images = scratch.create(batch.pixels(), imageShape(batch.labels().length));
    return new Lesson(step, paths.at(step), images, labels, batch.labels(), goOn, scratch);
  }

  private Shape imageShape(int count) {
    return new Shape(count, shape.channels(), shape.height(), shape.width());
  }
}
