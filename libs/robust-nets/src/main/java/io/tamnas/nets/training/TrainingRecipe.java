package io.tamnas.nets.training;

import static io.tamnas.nets.training.Guards.require;
import static io.tamnas.nets.training.Guards.requireAtLeast;
import static io.tamnas.nets.training.Guards.requireBelowOne;
import static io.tamnas.nets.training.Guards.requireNotNegative;
import static io.tamnas.nets.training.Guards.requireShare;

/**
 * How a supernet, or a network of its own, is trained.
 *
 * @param steps how many batches
 * @param batchSize images per step
 * @param loss what is minimized
 * @param attack crafts the images of a step
 * @param crafting by which statistics normalizations stand meanwhile
 * @param epsilonWarmup share of the steps over which ε rises linearly from 0
 * @param scaleWarmup share of the steps over which the smallest allowed channel scale falls from
 *     each layer's widest to its narrowest
 * @param paths which ones a step trains
 * @param weightPerturbation γ of adversarial weight perturbation (Wu et al. 2020, arXiv
 *     2004.05884); 0 is none
 * @param averaging decay of the weights' exponential moving average; 0 is none
 */
public record TrainingRecipe(
    int steps,
    int batchSize,
    Loss loss,
    InnerAttack attack,
    CraftingStatistics crafting,
    double epsilonWarmup,
    double scaleWarmup,
    Paths paths,
    Optimizer optimizer,
    Schedule schedule,
    double weightPerturbation,
    double averaging,
    Augmentation augmentation) {

  public TrainingRecipe {
    requireAtLeast(1, "the number of steps", steps);
    require(batchSize >= 2, "a batch has at least 2 images, not " + batchSize);
    requireShare("epsilonWarmup", epsilonWarmup);
    requireShare("scaleWarmup", scaleWarmup);
    requireNotNegative("weightPerturbation", weightPerturbation);
    requireBelowOne("averaging", averaging);
    switch (attack) {
      case InnerAttack.FgsmRandomStart _, InnerAttack.Pgd _ -> {}
      case InnerAttack.Free _ -> {
        require(paths.perStep() == 1, "free training takes one path per step");
        requireCraftedInTraining("free training", crafting, paths, weightPerturbation);
      }
      case InnerAttack.Yopo _ ->
          requireCraftedInTraining("YOPO", crafting, paths, weightPerturbation);
    }
  }

  /** Where the passes that train also craft, nobody else can craft, nor in another way. */
  private static void requireCraftedInTraining(
      String who, CraftingStatistics crafting, Paths paths, double weightPerturbation) {
    require(
        crafting == CraftingStatistics.BATCH,
        who + " crafts in the passes that train, so with batch statistics");
    require(
        paths.source() instanceof Paths.Source.Own && paths.perBatch() == 1,
        who + " crafts in the passes that train, so each path crafts its own images");
    require(
        weightPerturbation == 0,
        who + " has no crafted images before the update, so no weight perturbation");
  }

  /** A single step with other batches, in which every warm-up but that of the widths is over. */
  TrainingRecipe forTrial(int otherBatchSize) {
    return new TrainingRecipe(
        1,
        otherBatchSize,
        loss,
        attack,
        crafting,
        0,
        1,
        paths,
        optimizer,
        schedule,
        weightPerturbation,
        averaging,
        augmentation);
  }

  /**
   * One line with every value: equal texts mean equal recipes. It stands in the files of supernets
   * and checkpoints, so another form of it would part them from their trainings.
   */
  String text() {
    return ValueText.of("TrainingRecipe")
        .with("steps", steps)
        .with("batchSize", batchSize)
        .with("loss", loss.text())
        .with("attack", attack.text())
        .with("crafting", crafting.text())
        .with("epsilonWarmup", epsilonWarmup)
        .with("scaleWarmup", scaleWarmup)
        .with("paths", paths.text())
        .with("optimizer", optimizer.text())
        .with("schedule", schedule.text())
        .with("weightPerturbation", weightPerturbation)
        .with("averaging", averaging)
        .with("augmentation", augmentation.text())
        .end();
  }
}
