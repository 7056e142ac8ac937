package io.tamnas.nets.training;

import io.tamnas.nets.supernet.WeightGradient;

/** Moves the weights by a gradient of which every number is finite. */
final class WeightUpdate {
  private final NesterovDescent descent;
  private final LearningRate learningRate;
  private final LossLimit limit;

  private WeightUpdate(NesterovDescent descent, LearningRate learningRate, LossLimit limit) {
    this.descent = descent;
    this.learningRate = learningRate;
    this.limit = limit;
  }

  static WeightUpdate of(TrainingRecipe recipe, TrainingState state, int classes) {
    if (recipe.weightPerturbation() > 0) {
      throw new UnsupportedOperationException("weight perturbation");
    }
    Optimizer.Sgd settings =
        switch (recipe.optimizer()) {
          case Optimizer.Sgd sgd -> sgd;
          case Optimizer.AdamW _ -> throw new UnsupportedOperationException("AdamW");
        };
    return new WeightUpdate(
        new NesterovDescent(settings, state.weights(), state.trace(Trace.MOMENTA)),
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
    float norm = NesterovDescent.norm(gradient, lesson.scratch()) / count;
    if (!Float.isFinite(norm)) {
      throw new DivergedException(lesson.step(), "the gradient is not finite");
    }
    descent.update(gradient, count, norm, learningRate(lesson.step()), lesson.scratch());
    return norm;
  }
}
