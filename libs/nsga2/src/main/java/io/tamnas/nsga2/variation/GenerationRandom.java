package io.tamnas.nsga2.variation;

import java.util.random.RandomGenerator;

/** The chance of a generation: a generator that depends on a search's seed and a number alone. */
public final class GenerationRandom {

  private GenerationRandom() {}

  /** A new generator, always the same for the same seed and generation, on every JDK. */
  public static RandomGenerator of(long seed, long generation) {
    return new SplitMix64(SplitMix64.mix(SplitMix64.mix(seed) + generation));
  }
}
