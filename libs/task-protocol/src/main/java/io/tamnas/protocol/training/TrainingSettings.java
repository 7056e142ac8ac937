package io.tamnas.protocol.training;

/**
 * How a supernet is trained.
 *
 * @param steps how many batches
 * @param batchSize images per step
 * @param loss what is minimized
 * @param attack crafts the images of a step
 * @param crafting by which statistics normalizations stand meanwhile
 * @param epsilonWarmup the share of the steps over which ε rises linearly from 0
 * @param scaleWarmup the share of the steps over which the smallest allowed channel scale falls
 *     from each layer's widest to its narrowest
 * @param paths which ones a step trains
 * @param weightPerturbation γ of adversarial weight perturbation (Wu et al. 2020, arXiv 2004.05884,
 *     equation 8); 0 is none
 * @param averaging decay of the weights' exponential moving average; 0 is none
 */
public record TrainingSettings(
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

  /**
   * What happens to training images.
   *
   * @param crop pixels of zero padding on each side before a random crop; 0 is none
   * @param mirror whether images are mirrored left to right at random
   * @param cutout side of a square of zeros at a random place (DeVries, Taylor 2017, arXiv
   *     1708.04552); 0 is none
   */
  public record Augmentation(int crop, Mirror mirror, int cutout) {}
}
