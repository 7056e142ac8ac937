package io.tamnas.nets.attack;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import io.tamnas.nets.engine.Gradients;
import io.tamnas.nets.network.Classifier;

/**
 * What a classifier makes of images, and in which direction its loss rises.
 *
 * @param gradient n × C × H × W, of the summed loss by the images
 * @param losses n
 * @param logits n × classes, row by row
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Ascent(NDArray gradient, double[] losses, float[] logits) {

  /**
   * Differentiates. The loss is evaluated on the logits in plain memory, which tells the verdicts
   * too, and its derivative is sent back through the network.
   *
   * @param images n × C × H × W in [0, 1]; stay open and unmarked
   * @param manager of the gradient
   */
  static Ascent at(Classifier classifier, NDArray images, LogitLoss loss, NDManager manager) {
    int count = Math.toIntExact(images.getShape().get(0));
    double[] losses = new double[count];
    float[][] found = new float[1][];
    try (NDManager scratch = images.getManager().newSubManager()) {
      NDArray variable = Gradients.variable(images, scratch);
      Gradients.record(
          () -> classifier.logits(variable),
          logits -> {
            found[0] = logits.toFloatArray();
            float[] derivative = evaluate(found[0], losses, loss);
            Shape shape = logits.getShape();
            return logits.mul(scratch.create(derivative, shape)).sum();
          });
      NDArray gradient = variable.getGradient();
      gradient.attach(manager);
      return new Ascent(gradient, losses, found[0]);
    }
  }

  private static float[] evaluate(float[] logits, double[] losses, LogitLoss loss) {
    int classes = logits.length / losses.length;
    float[] derivative = new float[logits.length];
    for (int image = 0; image < losses.length; image++) {
      losses[image] = loss.at(logits, image * classes, classes, image, derivative);
    }
    return derivative;
  }
}
