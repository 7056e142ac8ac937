package io.tamnas.nets.random;

import java.util.random.RandomGenerator;

/** The numbers below a bound in a drawn order. */
public final class Permutation {
  private Permutation() {}

  /** Durstenfeld's shuffle (CACM 1964, algorithm 235). */
  public static int[] draw(int size, RandomGenerator random) {
    int[] order = new int[size];
    for (int i = 0; i < size; i++) {
      int j = random.nextInt(i + 1);
      order[i] = order[j];
      order[j] = i;
    }
    return order;
  }
}
