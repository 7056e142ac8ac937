package io.tamnas.nets.attack;

import ai.djl.ndarray.NDManager;

/** Several runs, each on what the ones before left standing. */
final class Runs {
  private Runs() {}

  /** One run. */
  interface Run {
    /** The rows of the victims that it left standing. */
    int[] survivors(Victims victims, int run, Finals finals);
  }

  static int[] survivors(Victims victims, Finals finals, int runs, Run attack) {
    int[] standing = Rows.all(victims.count());
    for (int run = 0; run < runs && standing.length > 0; run++) {
      try (NDManager scratch = victims.images().getManager().newSubManager()) {
        Victims left = victims.rows(standing, scratch);
        standing = Rows.pick(standing, attack.survivors(left, run, finals.of(standing)));
      }
    }
    return standing;
  }
}
