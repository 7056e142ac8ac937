package io.tamnas.nets.attack;

import java.util.HashSet;
import java.util.Set;

/**
 * After which steps Auto-PGD looks whether its step sizes are too large (Croce, Hein 2020, arXiv
 * 2003.01690, section 3.1): after 0.22 of the steps, then after ever shorter periods, by 0.03
 * shorter each, but at least 0.06.
 */
final class Checkpoints {
  private final Set<Integer> steps = new HashSet<>();

  Checkpoints(int count) {
    int least = Math.max((int) (0.06 * count), 1);
    int shorter = Math.max((int) (0.03 * count), 1);
    int period = Math.max((int) (0.22 * count), 1);
    for (int step = period; step <= count; step += period) {
      steps.add(step);
      period = Math.max(period - shorter, least);
    }
  }

  /** Whether it looks after that many steps. */
  boolean isAfter(int done) {
    return steps.contains(done);
  }
}
