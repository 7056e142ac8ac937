package io.tamnas.space;

/** What follows the main branch of a block. */
public enum Attention {
  NONE(""),
  /** Squeeze-and-excitation (Hu et al. 2018, arXiv 1709.01507, section 3). */
  SQUEEZE_EXCITATION("-se"),
  /** Non-local block, embedded Gaussian (Wang et al. 2018, arXiv 1711.07971, section 3.2). */
  NON_LOCAL("-nl");

  private final String suffix;

  Attention(String suffix) {
    this.suffix = suffix;
  }

  /**
   * The channels inside, for a main branch of so many output channels: {@code max(8, ⌊out/4⌋)} of
   * squeeze-and-excitation, {@code max(4, ⌊out/4⌋)} of the non-local block, none without attention.
   */
  public int hiddenChannels(int outputChannels) {
    return switch (this) {
      case NONE -> 0;
      case SQUEEZE_EXCITATION -> Math.max(8, outputChannels / 4);
      case NON_LOCAL -> Math.max(4, outputChannels / 4);
    };
  }

  /**
   * Whether it can look at a main branch's output of that shape: the non-local block pools 2×2, and
   * its memory grows with the fourth power of the side, so it takes 2×2 to 16×16.
   */
  public boolean fits(FeatureMap output) {
    return switch (this) {
      case NONE, SQUEEZE_EXCITATION -> true;
      case NON_LOCAL -> output.hasAtLeast(2) && output.fitsInto(16);
    };
  }

  /** What it adds to the name of the block kind. */
  public String suffix() {
    return suffix;
  }
}
