package io.tamnas.nets.attack;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import io.tamnas.nets.network.Classifier;

/** The classes that logits name. */
public final class Predictions {
  private Predictions() {}

  /**
   * For how many images the greatest logit is the label's.
   *
   * @param logits N × classes
   */
  public static int count(NDArray logits, int[] labels) {
    return Rows.where(areCorrect(logits, labels)).length;
  }

  /**
   * For how many images the classifier names the label.
   *
   * @param images N × C × H × W in [0, 1], float32; stay open
   */
  public static int count(Classifier classifier, NDArray images, int[] labels) {
    return Rows.where(areCorrect(classifier, images, labels)).length;
  }

  /** Whether the classifier names the label, image by image. */
  static boolean[] areCorrect(Classifier classifier, NDArray images, int[] labels) {
    try (NDManager scratch = images.getManager().newSubManager()) {
      NDArray alias = images.stopGradient();
      alias.attach(scratch);
      return areCorrect(classifier.logits(alias), labels);
    }
  }

  /**
   * Whether the greatest logit is the label's, image by image.
   *
   * @param logits N × classes; where they are not numbers, nothing is correct
   */
  static boolean[] areCorrect(NDArray logits, int[] labels) {
    return areCorrect(logits.toFloatArray(), labels);
  }

  /** The same of logits that have left their tensor. */
  public static boolean[] areCorrect(float[] values, int[] labels) {
    int classes = values.length / labels.length;
    boolean[] correct = new boolean[labels.length];
    for (int image = 0; image < labels.length; image++) {
      correct[image] = isGreatest(values, image * classes, classes, labels[image]);
    }
    return correct;
  }

  /** The first of the greatest wins a tie. */
  private static boolean isGreatest(float[] values, int from, int classes, int label) {
    float own = values[from + label];
    for (int other = 0; other < classes; other++) {
      boolean loses = other < label ? own > values[from + other] : own >= values[from + other];
      if (!loses) {
        return false;
      }
    }
    return true;
  }

  /** By how much an image's true logit exceeds the greatest of the others. */
  static float margin(float[] logits, int[] labels, int image) {
    int classes = logits.length / labels.length;
    int from = image * classes;
    float greatest = Float.NEGATIVE_INFINITY;
    for (int other = 0; other < classes; other++) {
      if (other != labels[image]) {
        greatest = Math.max(greatest, logits[from + other]);
      }
    }
    return logits[from + labels[image]] - greatest;
  }
}
