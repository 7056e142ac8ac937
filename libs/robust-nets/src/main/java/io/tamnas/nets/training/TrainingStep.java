package io.tamnas.nets.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import io.tamnas.nets.attack.Predictions;
import io.tamnas.nets.block.NetworkScaling;
import io.tamnas.nets.dataset.Dataset;
import io.tamnas.nets.engine.Gradients;
import io.tamnas.nets.network.BatchStatistics;
import io.tamnas.nets.network.Classifier;
import io.tamnas.nets.network.Constants;
import io.tamnas.nets.network.CrossEntropy;
import io.tamnas.nets.network.NetworkPlan;
import io.tamnas.nets.network.Unfolded;
import io.tamnas.nets.network.Weights;
import io.tamnas.nets.supernet.PathVariables;
import io.tamnas.space.InputShape;
import java.util.stream.IntStream;

/** One step: draw a path, craft a batch against it, update its weights. */
final class TrainingStep {
  private final TrainingState state;
  private final InputShape shape;
  private final PathDraw paths;
  private final TrainingBatches batches;
  private final Crafting crafting;
  private final NesterovDescent descent;
  private final LearningRate learningRate;
  private final Constants constants;
  private final BatchStatistics statistics;

  TrainingStep(TrainingState state, Dataset dataset, TrainingRecipe recipe, long seed) {
    this.state = state;
    this.shape = dataset.shape();
    int steps = recipe.steps();
    this.paths = new PathDraw(state.plan().space(), Warmup.over(recipe.scaleWarmup(), steps), seed);
    this.batches = new TrainingBatches(dataset, recipe, seed);
    this.crafting = new Crafting(recipe.attack(), Warmup.over(recipe.epsilonWarmup(), steps), seed);
    this.descent = new NesterovDescent(sgd(recipe), state.weights(), state.momenta());
    this.learningRate = LearningRate.of(recipe);
    this.constants = new Constants(state.manager());
    this.statistics = new BatchStatistics(state.manager());
  }

  /** What is not built yet is refused. */
  private static Optimizer.Sgd sgd(TrainingRecipe recipe) {
    if (!(recipe.loss() instanceof Loss.CrossEntropy entropy && entropy.labelSmoothing() == 0)
        || recipe.crafting() != CraftingStatistics.BATCH
        || !recipe.paths().equals(Paths.single())
        || recipe.weightPerturbation() > 0
        || recipe.averaging() > 0) {
      throw new UnsupportedOperationException("a setting of " + recipe.text());
    }
    return switch (recipe.optimizer()) {
      case Optimizer.Sgd sgd -> sgd;
      case Optimizer.AdamW _ -> throw new UnsupportedOperationException("AdamW");
    };
  }

  /**
   * Runs a step and changes the state.
   *
   * @throws DivergedException where the loss or the gradient is not finite
   */
  StepOutcome run(int step) {
    try (NDManager scratch = state.manager().newSubManager()) {
      TrainingBatches.Batch batch = batches.at(step);
      NetworkPlan path = state.plan().path(paths.at(step));
      PathVariables variables = new PathVariables(state.weights(), path, scratch);
      NDArray labels = scratch.create(IntStream.of(batch.labels()).asLongStream().toArray());
      NDArray images = scratch.create(batch.pixels(), imageShape(batch.labels().length));
      NDArray crafted = crafting.at(step, classifier(path, variables.frozen()), images, labels);
      NDArray logits = learn(classifier(path, variables.differentiable()), crafted, labels);
      int count = batch.labels().length;
      float loss = CrossEntropy.sum(logits, labels).getFloat() / count;
      float norm = NesterovDescent.norm(variables, scratch) / count;
      requireFinite(step, loss, norm);
      descent.update(variables, count, norm, learningRate.at(step), scratch);
      int correct = Predictions.count(logits, batch.labels());
      return outcome(step, loss, (double) correct / count, norm);
    }
  }

  /** Differentiates the summed loss by the path's weights; gives the logits. */
  private static NDArray learn(Classifier learner, NDArray images, NDArray labels) {
    return Gradients.record(
        () -> learner.logits(images), logits -> CrossEntropy.sum(logits, labels));
  }

  private StepOutcome outcome(int step, double loss, double accuracy, double norm) {
    return new StepOutcome(loss, accuracy, norm, crafting.epsilon(step), learningRate.at(step));
  }

  private static void requireFinite(int step, float loss, float norm) {
    if (!Float.isFinite(loss)) {
      throw new DivergedException(step, "the loss");
    }
    if (!Float.isFinite(norm)) {
      throw new DivergedException(step, "the gradient");
    }
  }

  private Classifier classifier(NetworkPlan path, Weights weights) {
    Unfolded execution = new Unfolded(weights, NetworkScaling.NONE, statistics, constants);
    return images -> path.forward(execution, images);
  }

  private Shape imageShape(int count) {
    return new Shape(count, shape.channels(), shape.height(), shape.width());
  }
}
