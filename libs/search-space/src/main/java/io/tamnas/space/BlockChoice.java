package io.tamnas.space;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** One block that a layer may be: its main branch and the attention behind it. */
public record BlockChoice(BlockKind kind, Attention attention) {

  /** The four plain blocks, in the order of the alphabet. */
  public static final List<BlockChoice> PLAIN = withAttention(Attention.NONE);

  /**
   * All twelve: the plain ones, then those with squeeze-and-excitation, then the non-local ones.
   */
  public static final List<BlockChoice> ALL =
      Arrays.stream(Attention.values()).flatMap(a -> withAttention(a).stream()).toList();

  private static List<BlockChoice> withAttention(Attention attention) {
    return Arrays.stream(BlockKind.values()).map(k -> new BlockChoice(k, attention)).toList();
  }

  /** Whether it can be in a layer that a feature map of that shape leaves. */
  public boolean fits(FeatureMap leaving) {
    return attention.fits(leaving);
  }

  /** The name in specifications and genotypes, such as {@code shuffle5-se}. */
  public String text() {
    return kind.text() + attention.suffix();
  }

  /**
   * The choice of that name.
   *
   * @throws IllegalArgumentException naming the known blocks
   */
  public static BlockChoice parse(String text) {
    return ALL.stream()
        .filter(choice -> choice.text().equals(text))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "no block is called '"
                        + text
                        + "'; known are "
                        + ALL.stream().map(BlockChoice::text).collect(Collectors.joining(", "))));
  }

  @Override
  public String toString() {
    return text();
  }
}
