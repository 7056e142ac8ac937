package io.tamnas.nets.attack;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * When Auto-PGD halves an image's step size (Croce, Hein 2020, arXiv 2003.01690, section 3.1,
 * conditions 1 and 2): where the loss rose in at most ρ = 0.75 of the steps since the last look, or
 * where the step size was kept then and the best loss has not risen since.
 */
final class StepSizes {
  private static final double RHO = 0.75;

  private float[] sizes;
  private double[] bestLosses;
  private double[] lastLosses;
  private double[] bestAtLastLook;
  private boolean[] halvedAtLastLook;
  private int[] rises;

  /** All begin with 2ε at that loss. The first step rises where its loss is above 0. */
  StepSizes(double epsilon, double[] losses) {
    int count = losses.length;
    sizes = new float[count];
    Arrays.fill(sizes, (float) (2 * epsilon));
    bestLosses = losses.clone();
    bestAtLastLook = losses.clone();
    lastLosses = new double[count];
    halvedAtLastLook = new boolean[count];
    Arrays.fill(halvedAtLastLook, true);
    rises = new int[count];
  }

  float[] sizes() {
    return sizes.clone();
  }

  /**
   * Takes the losses after a step.
   *
   * @return which are the best that the image has had
   */
  boolean[] note(double[] losses) {
    boolean[] better = new boolean[losses.length];
    for (int i = 0; i < losses.length; i++) {
      rises[i] += losses[i] > lastLosses[i] ? 1 : 0;
      lastLosses[i] = losses[i];
      better[i] = losses[i] > bestLosses[i];
      bestLosses[i] = better[i] ? losses[i] : bestLosses[i];
    }
    return better;
  }

  /**
   * Looks, and halves.
   *
   * @param steps since the last look
   * @return which were halved
   */
  boolean[] look(int steps) {
    boolean[] halved = new boolean[sizes.length];
    for (int i = 0; i < sizes.length; i++) {
      boolean stalled = !halvedAtLastLook[i] && bestAtLastLook[i] >= bestLosses[i];
      halved[i] = rises[i] <= steps * RHO || stalled;
      sizes[i] = halved[i] ? sizes[i] / 2 : sizes[i];
      bestAtLastLook[i] = bestLosses[i];
      rises[i] = 0;
    }
    halvedAtLastLook = halved.clone();
    return halved;
  }

  /** Keeps those alone. */
  void keep(int[] kept) {
    float[] before = sizes;
    sizes = new float[kept.length];
    IntStream.range(0, kept.length).forEach(i -> sizes[i] = before[kept[i]]);
    bestLosses = pick(bestLosses, kept);
    lastLosses = pick(lastLosses, kept);
    bestAtLastLook = pick(bestAtLastLook, kept);
    rises = Rows.pick(rises, kept);
    boolean[] marks = halvedAtLastLook;
    halvedAtLastLook = new boolean[kept.length];
    IntStream.range(0, kept.length).forEach(i -> halvedAtLastLook[i] = marks[kept[i]]);
  }

  private static double[] pick(double[] values, int[] positions) {
    return Arrays.stream(positions).mapToDouble(i -> values[i]).toArray();
  }
}
