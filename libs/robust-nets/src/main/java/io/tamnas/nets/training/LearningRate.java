package io.tamnas.nets.training;

/**
 * Rises linearly to the peak, then falls along half a cosine to 0 (Loshchilov, Hutter 2017, arXiv
 * 1608.03983, equation 5, without restarts).
 *
 * @param warmup steps of the rise
 * @param steps in all
 */
record LearningRate(double peak, int warmup, int steps) {

  static LearningRate of(TrainingRecipe recipe) {
    int warmup = Warmup.over(recipe.schedule().warmup(), recipe.steps()).steps();
    return switch (recipe.schedule().kind()) {
      case COSINE -> new LearningRate(recipe.optimizer().learningRate(), warmup, recipe.steps());
      case STEP, ONE_CYCLE -> throw new UnsupportedOperationException("the schedule");
    };
  }

  double at(int step) {
    if (step < warmup) {
      return peak * (step + 1) / warmup;
    }
    double done = (double) (step - warmup) / Math.max(1, steps - warmup);
    return peak * 0.5 * (1 + StrictMath.cos(StrictMath.PI * done));
  }
}
