package io.tamnas.nets.training;

/** How far and in what steps images are moved; both grow while ε warms up. */
record Budget(InnerAttack attack, Warmup warmup) {

  static Budget of(TrainingRecipe recipe) {
    return new Budget(recipe.attack(), Warmup.over(recipe.epsilonWarmup(), recipe.steps()));
  }

  /** The radius of a step. */
  double epsilon(int step) {
    return attack.epsilon() * warmup.share(step);
  }

  /** The length of a move in a step. */
  double stepSize(int step) {
    return attack.stepSize() * warmup.share(step);
  }
}
