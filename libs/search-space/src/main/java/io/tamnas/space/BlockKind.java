package io.tamnas.space;

/**
 * The main branch of a block: the ShuffleNetV2 units of single-path one-shot search (Guo et al.
 * 2019, arXiv 1904.00420).
 */
public enum BlockKind {
  SHUFFLE3("shuffle3", 3),
  SHUFFLE5("shuffle5", 5),
  SHUFFLE7("shuffle7", 7),
  XCEPTION("xception", 3);

  private final String text;
  private final int kernel;

  BlockKind(String text, int kernel) {
    this.text = text;
    this.kernel = kernel;
  }

  /** The side of the depthwise kernels, in pixels. */
  public int kernel() {
    return kernel;
  }

  /** The name in specifications and genotypes, such as {@code shuffle5}. */
  public String text() {
    return text;
  }
}
