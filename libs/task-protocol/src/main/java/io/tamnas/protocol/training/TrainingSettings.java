package io.tamnas.protocol.training;

/**
 * How a supernet is trained.
 *
 * @param steps how many batches, each through one uniformly drawn path
 * @param batchSize images per step
 * @param attack crafts the images of a step
 * @param epsilonWarmup the share of the steps over which ε rises linearly from 0
 * @param scaleWarmup the share of the steps over which the smallest allowed channel scale falls
 *     from each layer's widest to its narrowest
 */
public record TrainingSettings(
    int steps,
    int batchSize,
    InnerAttack attack,
    double epsilonWarmup,
    double scaleWarmup,
    Optimizer optimizer,
    Augmentation augmentation) {

  /**
   * Stochastic gradient descent with Nesterov momentum; the rate rises linearly over the warm-up
   * and falls along a cosine to 0.
   *
   * @param learningRate the peak
   * @param warmup share of the steps over which the rate rises
   * @param clipNorm the gradient's global L2 norm is cut to this
   */
  public record Optimizer(
      double learningRate, double momentum, double weightDecay, double warmup, double clipNorm) {}

  /**
   * What happens to training images.
   *
   * @param crop pixels of zero padding on each side before a random crop; 0 is none
   * @param mirror whether images are mirrored left to right at random
   */
  public record Augmentation(int crop, Mirror mirror) {}
}
