package io.tamnas.nets.attack;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import io.tamnas.nets.network.Classifier;
import io.tamnas.nets.random.NoiseStream;

/**
 * Crafts adversarial images with one run of an attack. An image that the classifier gets wrong as
 * it is stays as it is. Every other one is moved until a step breaks it, or to the end of the run,
 * and is left where it stands then. So the classifier is right on exactly those images that the
 * same run leaves robust, but for passes of other sizes, which may round otherwise.
 */
public final class FinalImages {
  private final Classifier classifier;
  private final Attack attack;
  private final Starts starts;

  /**
   * By one run of the attack.
   *
   * @throws IllegalArgumentException where the attack has no run, or more than one, whose end would
   *     be the image
   */
  public FinalImages(Classifier classifier, Attack attack, Starts starts) {
    requireOneRun(attack);
    this.classifier = classifier;
    this.attack = attack;
    this.starts = starts;
  }

  /**
   * That the attack leaves one image for each that it is given.
   *
   * @throws IllegalArgumentException where it does not, with the reason
   */
  public static void requireOneRun(Attack attack) {
    if (attack.restarts() != 1) {
      throw new IllegalArgumentException(
          "the final image is that of one run, but the attack makes " + attack.restarts());
    }
  }

  /**
   * Crafts against the classifier, in evaluation mode and with frozen weights.
   *
   * @param images N × C × H × W in [0, 1], float32; stay open
   * @param labels N
   * @param firstImage number of the first image in its data set; the others follow it
   * @param manager closes the result
   * @return N × C × H × W in [0, 1], each within ε of its image
   */
  public NDArray of(NDArray images, int[] labels, int firstImage, NDManager manager) {
    float[] crafted = images.toFloatArray();
    int[] attacked = Rows.where(Predictions.areCorrect(classifier, images, labels));
    if (attacked.length > 0) {
      run(begin(images, labels, firstImage, attacked), crafted);
    }
    return manager.create(crafted, images.getShape());
  }

  private Standing begin(NDArray images, int[] labels, int firstImage, int[] rows) {
    Standing clean = Standing.of(images, labels, rows, attack.epsilon());
    return switch (attack.start()) {
      case CLEAN -> clean;
      case RANDOM -> clean.at(disturbed(clean, firstImage));
    };
  }

  /** Each clean image moved by its own noise. */
  private NDArray disturbed(Standing clean, int firstImage) {
    NoiseStream stream = starts.ofRun(0);
    float[] noise = new float[clean.count() * stream.imageSize()];
    for (int i = 0; i < clean.count(); i++) {
      stream.fill(firstImage + clean.rows()[i], noise, i * stream.imageSize());
    }
    NDArray values = clean.manager().create(noise, clean.images().getShape());
    return clean.ball().start(clean.images(), values, attack.epsilon());
  }

  /** Writes each image where the run leaves it; closes the start. */
  private void run(Standing start, float[] crafted) {
    Standing standing = start;
    try {
      for (int step = 0; step < attack.steps() && standing.count() > 0; step++) {
        Standing left = standing;
        standing = step(left, step, crafted);
        left.close();
      }
      write(standing, Rows.all(standing.count()), crafted);
    } finally {
      standing.close();
    }
  }

  /** The logits of a step's gradient tell what the step before has broken; a start breaks none. */
  private Standing step(Standing standing, int step, float[] crafted) {
    LossGradient found = LossGradient.at(classifier, standing.images(), standing.classes());
    NDArray next = standing.ball().ascend(standing.images(), found.gradient(), attack.stepSize());
    if (step == 0) {
      return standing.at(next, Rows.all(standing.count()));
    }
    boolean[] unbroken = Predictions.areCorrect(found.logits(), standing.labels());
    write(standing, Rows.whereNot(unbroken), crafted);
    return standing.at(next, Rows.where(unbroken));
  }

  private static void write(Standing standing, int[] positions, float[] crafted) {
    if (positions.length == 0) {
      return;
    }
    float[] values = standing.images().toFloatArray();
    int size = values.length / standing.count();
    int[] rows = standing.pickRows(positions);
    for (int i = 0; i < rows.length; i++) {
      System.arraycopy(values, positions[i] * size, crafted, rows[i] * size, size);
    }
  }
}
