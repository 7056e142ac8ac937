package io.tamnas.nets.attack;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import io.tamnas.nets.engine.Gradients;
import io.tamnas.nets.network.Classifier;

/**
 * By how much the logit of a target exceeds that of the true class, image by image, and the
 * gradient.
 *
 * @param values N
 * @param gradients one image after the other, by its pixels
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record LogitMargins(float[] values, float[] gradients) {

  /**
   * Differentiates at these images.
   *
   * @param images N × C × H × W in [0, 1]; stay open and unmarked
   * @param classes of the network
   */
  static LogitMargins at(
      Classifier classifier, NDArray images, int[] labels, int[] targets, int classes) {
    try (NDManager scratch = images.getManager().newSubManager()) {
      NDArray signs = signs(scratch, labels, targets, classes);
      NDArray variable = Gradients.variable(images, scratch);
      NDArray logits =
          Gradients.record(() -> classifier.logits(variable), found -> found.mul(signs).sum());
      try (NDArray gradient = variable.getGradient()) {
        return new LogitMargins(
            differences(logits.toFloatArray(), labels, targets), gradient.toFloatArray());
      }
    }
  }

  /** N × classes: +1 at the target, −1 at the true class. */
  private static NDArray signs(NDManager manager, int[] labels, int[] targets, int classes) {
    float[] signs = new float[labels.length * classes];
    for (int i = 0; i < labels.length; i++) {
      signs[i * classes + targets[i]] += 1;
      signs[i * classes + labels[i]] -= 1;
    }
    return manager.create(signs, new Shape(labels.length, classes));
  }

  private static float[] differences(float[] logits, int[] labels, int[] targets) {
    int classes = logits.length / labels.length;
    float[] differences = new float[labels.length];
    for (int i = 0; i < labels.length; i++) {
      differences[i] = logits[i * classes + targets[i]] - logits[i * classes + labels[i]];
    }
    return differences;
  }
}
