package io.tamnas.nets.attack;

import ai.djl.ndarray.NDArray;
import io.tamnas.nets.network.Classifier;
import io.tamnas.nets.random.NoiseStream;

/** Runs of steps along the gradient's sign; an image leaves after the step that breaks it. */
final class SteppingRuns {
  private final Classifier classifier;
  private final Attack.Stepwise attack;
  private final Starts starts;

  SteppingRuns(Classifier classifier, Attack.Stepwise attack, Starts starts) {
    this.classifier = classifier;
    this.attack = attack;
    this.starts = starts;
  }

  /**
   * Which of some rows of a batch no run breaks.
   *
   * @param images N × C × H × W in [0, 1]; stay open
   */
  int[] survivors(NDArray images, int[] labels, int firstImage, int[] rows) {
    int[] robust = rows;
    for (int run = 0; run < attack.restarts() && robust.length > 0; run++) {
      robust = survivors(start(images, labels, firstImage, robust, run));
    }
    return robust;
  }

  private Standing start(NDArray images, int[] labels, int firstImage, int[] rows, int run) {
    Standing clean = Standing.of(images, labels, rows, attack.epsilon());
    return switch (attack.start()) {
      case CLEAN -> clean;
      case RANDOM -> clean.at(disturbed(clean, starts.ofRun(run), firstImage));
    };
  }

  /** Each clean image moved by its own noise. */
  private NDArray disturbed(Standing clean, NoiseStream stream, int firstImage) {
    float[] noise = new float[clean.count() * stream.imageSize()];
    for (int i = 0; i < clean.count(); i++) {
      stream.fill(firstImage + clean.rows()[i], noise, i * stream.imageSize());
    }
    NDArray values = clean.manager().create(noise, clean.images().getShape());
    return clean.ball().start(clean.images(), values, attack.epsilon());
  }

  /** The rows that no step breaks; closes what it was given. */
  private int[] survivors(Standing start) {
    Standing standing = start;
    try {
      for (int step = 0; step < attack.steps() && standing.count() > 0; step++) {
        Standing left = standing;
        standing = step(left, step);
        left.close();
      }
      return standing.count() == 0 ? standing.rows() : lastVerdict(standing);
    } finally {
      standing.close();
    }
  }

  /** The logits of a step's gradient are the verdict on the step before; a start has none. */
  private Standing step(Standing standing, int step) {
    LossGradient found = LossGradient.at(classifier, standing.images(), standing.classes());
    NDArray next = standing.ball().ascend(standing.images(), found.gradient(), attack.stepSize());
    boolean[] unbroken = Predictions.areCorrect(found.logits(), standing.labels());
    return step == 0
        ? standing.at(next, Rows.all(standing.count()))
        : standing.at(next, Rows.where(unbroken));
  }

  private int[] lastVerdict(Standing standing) {
    boolean[] unbroken = Predictions.areCorrect(classifier, standing.images(), standing.labels());
    return standing.pickRows(Rows.where(unbroken));
  }
}
