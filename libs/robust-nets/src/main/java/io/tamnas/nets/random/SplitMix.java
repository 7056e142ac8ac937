package io.tamnas.nets.random;

import java.nio.charset.StandardCharsets;
import java.util.random.RandomGenerator;

/**
 * SplitMix64 (Steele, Lea, Flood 2014, "Fast splittable pseudorandom number generators", figure 16)
 * as a function of a key: the n-th value is {@code mix(key + (n + 1) · γ)}.
 */
public final class SplitMix implements RandomGenerator {
  private static final long GAMMA = 0x9E3779B97F4A7C15L;
  private long state;

  private SplitMix(long state) {
    this.state = state;
  }

  /** The stream of a purpose under a seed, at some coordinates such as a step and an index. */
  public static SplitMix of(long seed, String purpose, long... coordinates) {
    return new SplitMix(key(seed, purpose, coordinates));
  }

  /** The key of that stream; any change of an argument gives an unrelated one. */
  public static long key(long seed, String purpose, long... coordinates) {
    long key = mix(seed + GAMMA);
    for (byte letter : purpose.getBytes(StandardCharsets.UTF_8)) {
      key = mix((key ^ letter) + GAMMA);
    }
    for (long coordinate : coordinates) {
      key = mix((key ^ mix(coordinate + GAMMA)) + GAMMA);
    }
    return key;
  }

  /** Uniform in [0, 1) in steps of 2⁻²⁴, exact in single precision: the position's own value. */
  public static float unit(long position) {
    return (mix((position + 1) * GAMMA) >>> 40) * 0x1p-24f;
  }

  @Override
  public long nextLong() {
    state += GAMMA;
    return mix(state);
  }

  private static long mix(long value) {
    long z = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
