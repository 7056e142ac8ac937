package io.tamnas.nets.dataset;

/**
 * A stream of drawn integers, fixed bit for bit by its seed: SplitMix64 (Steele, Lea, Flood: Fast
 * Splittable Pseudorandom Number Generators, OOPSLA 2014, figures 17 and 18, variant 13 of the
 * mixing function). Written out here because the library's generators may change their algorithm.
 */
final class SplitMix64 {
  private static final long GOLDEN_GAMMA = 0x9e3779b97f4a7c15L;

  private long state;

  SplitMix64(long seed) {
    this.state = seed;
  }

  /** The stream of one item among many, such as image {@code index} of one split. */
  static SplitMix64 keyed(long seed, long group, long index) {
    return new SplitMix64(mix(mix(mix(seed + GOLDEN_GAMMA) + group) + index));
  }

  long next() {
    state += GOLDEN_GAMMA;
    return mix(state);
  }

  /**
   * Uniform in [0, bound), without bias: 31-bit values from the last, incomplete run of {@code
   * bound} are drawn again.
   */
  int below(int bound) {
    if (bound < 1) {
      throw new IllegalArgumentException("a bound is at least 1, not " + bound);
    }
    while (true) {
      int bits = (int) (next() >>> 33);
      int value = bits % bound;
      if (bits - value <= Integer.MAX_VALUE - (bound - 1)) {
        return value;
      }
    }
  }

  /** Uniform in [least, most]. */
  int between(int least, int most) {
    return least + below(most - least + 1);
  }

  private static long mix(long value) {
    long first = (value ^ (value >>> 30)) * 0xbf58476d1ce4e5b9L;
    long second = (first ^ (first >>> 27)) * 0x94d049bb133111ebL;
    return second ^ (second >>> 31);
  }
}
