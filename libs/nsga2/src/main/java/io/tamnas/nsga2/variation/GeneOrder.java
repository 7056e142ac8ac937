package io.tamnas.nsga2.variation;

import java.util.Comparator;
import java.util.List;

/** Orders lists of genes gene by gene; a list comes before its continuations. */
public final class GeneOrder implements Comparator<List<Integer>> {

  @Override
  public int compare(List<Integer> first, List<Integer> second) {
    int common = Math.min(first.size(), second.size());
    for (int i = 0; i < common; i++) {
      int order = Integer.compare(first.get(i), second.get(i));
      if (order != 0) {
        return order;
      }
    }
    return Integer.compare(first.size(), second.size());
  }
}
