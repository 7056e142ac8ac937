package io.tamnas.nets.training;

/**
 * Rises linearly to the peak, then falls: along half a cosine to 0 (Loshchilov, Hutter 2017, arXiv
 * 1608.03983, equation 5, without restarts); to a tenth at half of all steps and again at three
 * quarters; or linearly to 0 (one cycle of Smith 2018, arXiv 1803.09820).
 *
 * @param kind how it falls
 * @param warmup steps of the rise
 * @param steps in all
 */
record LearningRate(Schedule.Kind kind, double peak, int warmup, int steps) {

  static LearningRate of(TrainingRecipe recipe) {
    Schedule schedule = recipe.schedule();
    int warmup = Warmup.over(schedule.warmup(), recipe.steps()).steps();
    return new LearningRate(
        schedule.kind(), recipe.optimizer().learningRate(), warmup, recipe.steps());
  }

  double at(int step) {
    if (step < warmup) {
      return peak * (step + 1) / warmup;
    }
    double done = (double) (step - warmup) / Math.max(1, steps - warmup);
    return switch (kind) {
      case COSINE -> peak * 0.5 * (1 + StrictMath.cos(StrictMath.PI * done));
      case STEP -> peak / (4L * step >= 3L * steps ? 100 : 2L * step >= steps ? 10 : 1);
      case ONE_CYCLE -> peak * (1 - done);
    };
  }
}
