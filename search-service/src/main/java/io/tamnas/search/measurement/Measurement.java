package io.tamnas.search.measurement;

/**
 * What a subnet was measured to reach, as counts.
 *
 * @param adversarialCorrect classified correctly as they are and under attack
 * @param numericEnvironment all that changed bits where it was measured
 */
public record Measurement(
    long id, int images, int cleanCorrect, int adversarialCorrect, String numericEnvironment) {

  /** The share of the images that are classified correctly as they are. */
  public double cleanAccuracy() {
    return cleanCorrect / (double) images;
  }

  /** The share of the images that are classified correctly under attack. */
  public double adversarialAccuracy() {
    return adversarialCorrect / (double) images;
  }
}
