package io.tamnas.nets.export;

import io.tamnas.nets.attack.Predictions;

/**
 * What network and file make of the same images.
 *
 * @param kind of images, in words
 * @param first number of the first image in its split
 * @param labels N
 * @param expected the network's logits, N × classes
 * @param actual the file's logits, N × classes
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record ShownImages(String kind, int first, int[] labels, float[] expected, float[] actual) {

  /**
   * Compares them, image by image.
   *
   * @return the largest difference between their logits
   * @throws ExportMismatchException on the first image whose logits differ by more than the
   *     tolerance, or are no numbers, or that one classifies correctly and the other does not
   */
  double requireSame(double tolerance) {
    requireSameCount();
    boolean[] wanted = Predictions.areCorrect(expected, labels);
    boolean[] found = Predictions.areCorrect(actual, labels);
    double largest = 0;
    for (int image = 0; image < labels.length; image++) {
      double difference = difference(image);
      if (!(difference <= tolerance)) {
        throw mismatch(image, difference, "more than %s apart".formatted(tolerance));
      }
      if (wanted[image] != found[image]) {
        throw mismatch(
            image,
            difference,
            (wanted[image] ? "only the network is" : "only the file is") + " right");
      }
      largest = Math.max(largest, difference);
    }
    return largest;
  }

  private void requireSameCount() {
    if (expected.length != actual.length) {
      throw mismatch(0, Double.NaN, "%d logits for %d".formatted(actual.length, expected.length));
    }
  }

  /** The largest of an image; not a number where a logit is none. */
  private double difference(int image) {
    int classes = expected.length / labels.length;
    double largest = 0;
    for (int i = image * classes; i < (image + 1) * classes; i++) {
      largest = Math.max(largest, Math.abs((double) expected[i] - actual[i]));
    }
    return largest;
  }

  private ExportMismatchException mismatch(int image, double difference, String reason) {
    return new ExportMismatchException(
        first + image,
        difference,
        "on the %s image the logits of file and network differ by up to %s: %s"
            .formatted(kind, difference, reason));
  }

  /** How many of them the file classifies correctly. */
  int correct() {
    int correct = 0;
    for (boolean right : Predictions.areCorrect(actual, labels)) {
      correct += right ? 1 : 0;
    }
    return correct;
  }
}
