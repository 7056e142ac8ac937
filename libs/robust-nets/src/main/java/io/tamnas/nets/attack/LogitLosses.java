package io.tamnas.nets.attack;

/** The losses that attacks raise. */
final class LogitLosses {
  private LogitLosses() {}

  /** Minus the logarithm of the true class's probability. */
  static LogitLoss crossEntropy(int[] labels) {
    return (logits, from, classes, image, derivative) -> {
      float greatest = logits[greatest(logits, from, classes, -1)];
      double sum = 0;
      for (int c = 0; c < classes; c++) {
        double share = Math.exp(logits[from + c] - (double) greatest);
        derivative[from + c] = (float) share;
        sum += share;
      }
      for (int c = 0; c < classes; c++) {
        derivative[from + c] = (float) (derivative[from + c] / sum);
      }
      double loss = Math.log(sum) + greatest - logits[from + labels[image]];
      derivative[from + labels[image]] = trueClass(derivative, from, classes, labels[image]);
      return loss;
    };
  }

  /** p − 1 as minus the sum of the others, which keeps its digits where p is near 1. */
  private static float trueClass(float[] probabilities, int from, int classes, int label) {
    float others = 0;
    for (int c = 0; c < classes; c++) {
      if (c != label) {
        others += probabilities[from + c];
      }
    }
    return -others;
  }

  /** The greatest of the other logits minus the true one. */
  static LogitLoss margin(int[] labels) {
    return (logits, from, classes, image, derivative) -> {
      int rival = greatest(logits, from, classes, labels[image]);
      java.util.Arrays.fill(derivative, from, from + classes, 0);
      derivative[rival] = 1;
      derivative[from + labels[image]] = -1;
      return (double) logits[rival] - logits[from + labels[image]];
    };
  }

  /**
   * The targeted difference of logits ratio (Croce, Hein 2020, arXiv 2003.01690, equation 7):
   * {@code −(z_y − z_t) / (z_π1 − (z_π3 + z_π4)/2 + 1e-12)}.
   *
   * @param targets a wrong class for each image
   */
  static LogitLoss targetedRatio(int[] labels, int[] targets) {
    return (logits, from, classes, image, derivative) -> {
      int[] top = greatestFour(logits, from, classes);
      double lead = (double) logits[from + labels[image]] - logits[from + targets[image]];
      double range = logits[top[0]] - 0.5 * ((double) logits[top[2]] + logits[top[3]]) + 1e-12;
      java.util.Arrays.fill(derivative, from, from + classes, 0);
      float slope = (float) (lead / (range * range));
      derivative[top[0]] += slope;
      derivative[top[2]] -= slope / 2;
      derivative[top[3]] -= slope / 2;
      derivative[from + labels[image]] -= (float) (1 / range);
      derivative[from + targets[image]] += (float) (1 / range);
      return -lead / range;
    };
  }

  /** Position of the greatest logit whose class is not the excluded one. */
  private static int greatest(float[] logits, int from, int classes, int excluded) {
    int best = excluded == 0 ? from + 1 : from;
    for (int c = 0; c < classes; c++) {
      if (c != excluded && logits[from + c] > logits[best]) {
        best = from + c;
      }
    }
    return best;
  }

  /** Positions of the four greatest logits, the greatest first. */
  private static int[] greatestFour(float[] logits, int from, int classes) {
    int[] top = {-1, -1, -1, -1};
    for (int position = from; position < from + classes; position++) {
      int candidate = position;
      for (int rank = 0; rank < top.length; rank++) {
        if (top[rank] < 0 || logits[candidate] > logits[top[rank]]) {
          int passed = top[rank];
          top[rank] = candidate;
          candidate = passed;
        }
        if (candidate < 0) {
          break;
        }
      }
    }
    return top;
  }
}
