package io.tamnas.nets.attack;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import io.tamnas.nets.engine.Gradients;
import io.tamnas.nets.network.Classifier;
import io.tamnas.nets.network.CrossEntropy;

/**
 * The gradient of the summed cross-entropy by the images, and the logits from which it came.
 *
 * @param gradient N × C × H × W
 * @param logits N × classes
 */
public record LossGradient(NDArray gradient, NDArray logits) implements AutoCloseable {

  /**
   * Differentiates at these images; both results live in their manager.
   *
   * @param images N × C × H × W in [0, 1]; stay open and unmarked
   * @param labels N, int64
   */
  public static LossGradient at(Classifier classifier, NDArray images, NDArray labels) {
    NDManager target = images.getManager();
    try (NDManager scratch = target.newSubManager()) {
      NDArray variable = Gradients.variable(images, scratch);
      NDArray logits =
          Gradients.record(
              () -> classifier.logits(variable), found -> CrossEntropy.sum(found, labels));
      NDArray gradient = variable.getGradient();
      NDArray detached = logits.stopGradient();
      gradient.attach(target);
      detached.attach(target);
      return new LossGradient(gradient, detached);
    }
  }

  @Override
  public void close() {
    gradient.close();
    logits.close();
  }
}
