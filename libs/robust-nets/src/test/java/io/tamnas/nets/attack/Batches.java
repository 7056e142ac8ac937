package io.tamnas.nets.attack;

import ai.djl.ndarray.NDArray;
import java.util.Arrays;

/** Judges many images, batch by batch. */
final class Batches {
  private Batches() {}

  static Verdicts judge(Attacker attacker, NDArray images, int[] labels, int batch) {
    boolean[] correct = new boolean[labels.length];
    boolean[] robust = new boolean[labels.length];
    for (int from = 0; from < labels.length; from += batch) {
      int to = Math.min(labels.length, from + batch);
      Verdicts some =
          attacker.judge(images.get(from + ":" + to), Arrays.copyOfRange(labels, from, to), from);
      System.arraycopy(some.correct(), 0, correct, from, to - from);
      System.arraycopy(some.robust(), 0, robust, from, to - from);
    }
    return new Verdicts(correct, robust);
  }
}
