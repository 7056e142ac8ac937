package io.tamnas.nets.training;

/** Finds the teaching that a recipe asks for. */
final class Teachings {
  private final TrainingRecipe recipe;
  private final TrainingState state;
  private final Budget budget;
  private final CraftingStart start;
  private final Adversaries adversaries;
  private final Learning learning;

  Teachings(TrainingRecipe recipe, TrainingState state, Goal goal, long seed) {
    Normalizing normalizing = Normalizing.of(state);
    this.recipe = recipe;
    this.state = state;
    this.budget = Budget.of(recipe);
    this.start = CraftingStart.of(goal, recipe.attack(), seed);
    this.adversaries = new Adversaries(goal, recipe.crafting(), normalizing);
    this.learning = new Learning(goal, normalizing);
  }

  /** The teaching, which updates the weights so. */
  Teaching with(WeightUpdate update) {
    return switch (recipe.attack()) {
      case InnerAttack.FgsmRandomStart fgsm -> crafted(oneStep(fgsm), update);
      case InnerAttack.Pgd pgd -> crafted(new Crafting(budget, start, pgd.steps()), update);
      case InnerAttack.Free free ->
          new FreeTeaching(free.replays(), state.weights(), budget, start, learning, update);
      case InnerAttack.Yopo yopo ->
          new YopoTeaching(yopo, state.weights(), budget, start, learning, update);
    };
  }

  private Teaching crafted(Crafter crafter, WeightUpdate update) {
    WeightPerturbation perturbation = new WeightPerturbation(recipe.weightPerturbation());
    return new CraftedTeaching(
        state.weights(), adversaries, crafter, learning, perturbation, update);
  }

  private Crafter oneStep(InnerAttack.FgsmRandomStart fgsm) {
    Crafter oneStep = new Crafting(budget, start, 1);
    if (fgsm.guardInterval() == 0) {
      return oneStep;
    }
    InnerAttack.Pgd several =
        new InnerAttack.Pgd(fgsm.epsilon(), fgsm.epsilon() / 4, GuardedCrafting.STEPS);
    return new GuardedCrafting(
        oneStep,
        new Crafting(new Budget(several, budget.warmup()), start, several.steps()),
        fgsm.guardInterval(),
        state.numbers());
  }
}
