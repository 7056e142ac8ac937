package io.tamnas.nets.attack;

import io.tamnas.nets.random.NoiseStream;

/** From which noise the runs of an attack start. */
@FunctionalInterface
public interface Starts {

  /** The noise of a run, from 0. */
  NoiseStream ofRun(int run);

  /** Streams that depend on the seed and the run. */
  static Starts seeded(long seed, int imageSize) {
    return run -> NoiseStream.of(seed, run, imageSize);
  }
}
