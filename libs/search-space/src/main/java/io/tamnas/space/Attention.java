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

  /** What it adds to the name of the block kind. */
  public String suffix() {
    return suffix;
  }
}
