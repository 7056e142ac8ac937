package io.tamnas.space;

import java.util.ArrayList;
import java.util.List;

/** Collects what keeps a genotype from being one of a space. */
final class GenotypeCheck {

  private GenotypeCheck() {}

  static List<Violation> of(SearchSpace space, Genotype genotype) {
    List<Integer> sizes = space.geneSizes();
    List<Integer> genes = genotype.genes();
    if (genes.size() != sizes.size()) {
      return List.of(wrongLength(sizes.size(), genes.size()));
    }
    List<Violation> violations = new ArrayList<>();
    for (int i = 0; i < sizes.size(); i++) {
      if (genes.get(i) < 0 || genes.get(i) >= sizes.get(i)) {
        violations.add(outOfRange(i, sizes.size() / 2, sizes.get(i), genes.get(i)));
      }
    }
    return List.copyOf(violations);
  }

  private static Violation wrongLength(int right, int found) {
    return new Violation(
        "genes",
        "must be %s, a block gene per layer and then a channel gene per layer, are %s"
            .formatted(right, found));
  }

  private static Violation outOfRange(int index, int layers, int size, int found) {
    String choice = index < layers ? "block" : "channel scale";
    return new Violation(
        "genes/" + index,
        "the %s of layer %s must be between 0 and %s, is %s"
            .formatted(choice, index % layers, size - 1, found));
  }
}
