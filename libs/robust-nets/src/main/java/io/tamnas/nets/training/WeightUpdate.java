package io.tamnas.nets.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import io.tamnas.nets.block.Parameter;
import io.tamnas.nets.supernet.WeightGradient;

/**
 * Moves the weights by a gradient of which every number is finite, after its global norm has been
 * clipped (Pascanu et al. 2013, arXiv 1211.5063, algorithm 1). Only what the path used is touched:
 * other blocks, and channels beyond the path's, keep their weights and what is remembered of them.
 */
final class WeightUpdate {
  private final Descent descent;
  private final double clipNorm;
  private final LearningRate learningRate;
  private final LossLimit limit;

  private WeightUpdate(
      Descent descent, double clipNorm, LearningRate learningRate, LossLimit limit) {
    this.descent = descent;
    this.clipNorm = clipNorm;
    this.learningRate = learningRate;
    this.limit = limit;
  }

  static WeightUpdate of(TrainingRecipe recipe, TrainingState state, int classes) {
    return new WeightUpdate(
        Descent.of(recipe.optimizer(), state),
        recipe.optimizer().clipNorm(),
        LearningRate.of(recipe),
        LossLimit.of(recipe.loss(), classes));
  }

  double learningRate(int step) {
    return learningRate.at(step);
  }

  /**
   * Changes the weights.
   *
   * @param loss mean over the images
   * @param count how many images the gradient is summed over
   * @return the norm of the mean gradient
   * @throws DivergedException where the loss or the gradient is not finite or has exploded
   */
  double apply(Lesson lesson, double loss, WeightGradient gradient, int count) {
    limit.check(lesson.step(), loss);
    float norm = norm(gradient, lesson.scratch()) / count;
    if (!Float.isFinite(norm)) {
      throw new DivergedException(lesson.step(), "the gradient is not finite");
    }
    float factor = (float) (Math.min(1, clipNorm / norm) / count);
    descend(gradient, factor, (float) learningRate(lesson.step()), lesson.scratch());
    return norm;
  }

  /** The global L2 norm of the summed gradient. */
  private static float norm(WeightGradient path, NDManager scratch) {
    NDArray gradient = path.gradient();
    gradient.attach(scratch);
    return gradient.norm().getFloat();
  }

  private void descend(WeightGradient path, float factor, float learningRate, NDManager scratch) {
    for (Parameter parameter : path.trained()) {
      NDArray gradient = path.gradient(parameter);
      gradient.attach(scratch);
      descent.update(parameter, gradient.mul(factor), learningRate, scratch);
    }
  }
}
