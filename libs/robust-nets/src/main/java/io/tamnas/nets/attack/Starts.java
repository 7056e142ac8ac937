package io.tamnas.nets.attack;

import io.tamnas.nets.random.NoiseStream;

/** From which noise the runs of an attack draw. */
@FunctionalInterface
public interface Starts {
  /** More runs than an attack has. */
  int RUNS_PER_PART = 1_000_000;

  /** The noise of a run, from 0. */
  NoiseStream ofRun(int run);

  /** Streams that depend on the seed and the run. */
  static Starts seeded(long seed, int imageSize) {
    return run -> NoiseStream.of(seed, run, imageSize);
  }

  /** Those of a part of an ensemble; the first part's are the same as if it were alone. */
  default Starts ofPart(int part) {
    return part == 0 ? this : run -> ofRun(part * RUNS_PER_PART + run);
  }
}
