package io.tamnas.nsga2.variation;

import java.util.random.RandomGenerator;

/**
 * SplitMix64 (Steele, Lea and Flood 2014, doi 10.1145/2660193.2660195, with the finalizer "Mix13"
 * of Stafford). It is written out because the JDK leaves its generators and the way they bound
 * numbers free to change; everything that is overridden here stays as it is. Not safe for threads.
 */
final class SplitMix64 implements RandomGenerator {

  private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;

  private long state;

  SplitMix64(long state) {
    this.state = state;
  }

  /** A bijection of 64 bits in which each bit of the input moves about half of the output's. */
  static long mix(long input) {
    long z = input + GOLDEN_GAMMA;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }

  @Override
  public long nextLong() {
    long output = mix(state);
    state += GOLDEN_GAMMA;
    return output;
  }

  @Override
  public int nextInt() {
    return (int) (nextLong() >>> 32);
  }

  @Override
  public boolean nextBoolean() {
    return nextLong() < 0;
  }

  /** In [0, 1), a multiple of 2⁻⁵³. */
  @Override
  public double nextDouble() {
    return (nextLong() >>> 11) * 0x1p-53;
  }

  @Override
  public int nextInt(int bound) {
    return (int) nextLong(bound);
  }

  @Override
  public int nextInt(int origin, int bound) {
    return (int) (origin + nextLong((long) bound - origin));
  }

  /** Uniform without bias: the numbers of the last, incomplete round are drawn again. */
  @Override
  public long nextLong(long bound) {
    if (bound <= 0) {
      throw new IllegalArgumentException("the bound must be positive, is " + bound);
    }
    long bits = nextLong() >>> 1;
    long remainder = bits % bound;
    while (bits - remainder > Long.MAX_VALUE - (bound - 1)) {
      bits = nextLong() >>> 1;
      remainder = bits % bound;
    }
    return remainder;
  }
}
