package io.tamnas.nsga2.variation;

import java.util.List;
import java.util.random.RandomGenerator;

/**
 * How many values each gene has; gene i is an integer from 0 up to but without {@code sizes[i]}.
 */
public record GeneSizes(List<Integer> sizes) {

  public GeneSizes {
    sizes = List.copyOf(sizes);
    if (sizes.isEmpty() || sizes.stream().anyMatch(size -> size < 1)) {
      throw new IllegalArgumentException(
          "there must be at least one gene, and each must have at least one value: " + sizes);
    }
  }

  public int genes() {
    return sizes.size();
  }

  /** Genes drawn uniformly, one draw per gene from the first to the last. */
  public List<Integer> draw(RandomGenerator random) {
    return sizes.stream().map(random::nextInt).toList();
  }

  /**
   * The genes themselves.
   *
   * @throws IllegalArgumentException where their number or one of their values does not fit
   */
  public List<Integer> check(List<Integer> genes) {
    if (genes.size() != sizes.size()) {
      throw new IllegalArgumentException(
          "there must be %d genes, not %d: %s".formatted(sizes.size(), genes.size(), genes));
    }
    for (int i = 0; i < genes.size(); i++) {
      if (genes.get(i) < 0 || genes.get(i) >= sizes.get(i)) {
        throw new IllegalArgumentException(
            "gene %d must be from 0 to %d, is %d".formatted(i, sizes.get(i) - 1, genes.get(i)));
      }
    }
    return genes;
  }
}
