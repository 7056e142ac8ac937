package io.tamnas.nets.training;

/**
 * How a supernet is trained.
 *
 * @param steps how many batches, each through one uniformly drawn path
 * @param batchSize images per step
 * @param attack crafts the images of a step
 * @param epsilonWarmup share of the steps over which ε rises linearly from 0
 * @param scaleWarmup share of the steps over which the smallest allowed channel scale falls from
 *     each layer's widest to its narrowest
 */
public record TrainingRecipe(
    int steps,
    int batchSize,
    InnerAttack attack,
    double epsilonWarmup,
    double scaleWarmup,
    Optimizer optimizer,
    Augmentation augmentation) {

  public TrainingRecipe {
    require(steps >= 1, "steps are at least 1, not " + steps);
    require(batchSize >= 2, "a batch has at least 2 images, not " + batchSize);
    requireShare("epsilonWarmup", epsilonWarmup);
    requireShare("scaleWarmup", scaleWarmup);
  }

  /**
   * One line with every value: equal texts mean equal recipes. It stands in the files of supernets
   * and checkpoints, so another form of it would part them from their trainings.
   */
  String text() {
    return "TrainingRecipe[steps="
        + steps
        + ", batchSize="
        + batchSize
        + ", attack="
        + attack.text()
        + ", epsilonWarmup="
        + epsilonWarmup
        + ", scaleWarmup="
        + scaleWarmup
        + ", optimizer="
        + optimizer.text()
        + ", augmentation="
        + augmentation.text()
        + "]";
  }

  /**
   * Stochastic gradient descent with Nesterov momentum; the rate rises linearly over the warm-up
   * and falls along a cosine to 0.
   *
   * @param learningRate the peak
   * @param warmup share of the steps over which the rate rises
   * @param clipNorm the gradient's global L2 norm is cut to this
   */
  public record Optimizer(
      double learningRate, double momentum, double weightDecay, double warmup, double clipNorm) {
    public Optimizer {
      require(
          learningRate > 0 && Double.isFinite(learningRate),
          "the learning rate is above 0, not " + learningRate);
      require(momentum >= 0 && momentum < 1, "momentum is at least 0 and below 1, not " + momentum);
      require(
          weightDecay >= 0 && weightDecay < 1,
          "weight decay is at least 0 and below 1, not " + weightDecay);
      requireShare("warmup", warmup);
      require(clipNorm > 0, "the clip norm is above 0, not " + clipNorm);
    }

    private String text() {
      return "Optimizer[learningRate="
          + learningRate
          + ", momentum="
          + momentum
          + ", weightDecay="
          + weightDecay
          + ", warmup="
          + warmup
          + ", clipNorm="
          + clipNorm
          + "]";
    }
  }

  /**
   * What happens to training images.
   *
   * @param crop pixels of zero padding on each side before a random crop; 0 is none
   * @param mirror whether images are mirrored left to right at random
   */
  public record Augmentation(int crop, Mirror mirror) {
    public Augmentation {
      require(crop >= 0, "the padding of a crop is at least 0, not " + crop);
    }

    private String text() {
      return "Augmentation[crop=" + crop + ", mirror=" + mirror.text() + "]";
    }
  }

  private static void requireShare(String name, double value) {
    require(value >= 0 && value <= 1, name + " is a share, 0 to 1, not " + value);
  }

  private static void require(boolean holds, String message) {
    if (!holds) {
      throw new IllegalArgumentException(message);
    }
  }
}
