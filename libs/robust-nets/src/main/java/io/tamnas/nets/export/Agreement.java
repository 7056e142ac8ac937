package io.tamnas.nets.export;

/**
 * That a file gives what its network gives.
 *
 * @param images how many were shown to both, as they are and as the attack leaves them
 * @param largestDifference between a logit of the file's and of the network's, on any of them
 * @param cleanCorrect images that both classify correctly as they are
 * @param adversarialCorrect images that both classify correctly as they are and as the attack
 *     leaves them
 * @param runtime name and version of what ran the file
 */
public record Agreement(
    int images,
    double largestDifference,
    int cleanCorrect,
    int adversarialCorrect,
    String runtime) {

  /** On these images and on others. */
  Agreement with(Agreement others) {
    return new Agreement(
        images + others.images,
        Math.max(largestDifference, others.largestDifference),
        cleanCorrect + others.cleanCorrect,
        adversarialCorrect + others.adversarialCorrect,
        runtime);
  }
}
