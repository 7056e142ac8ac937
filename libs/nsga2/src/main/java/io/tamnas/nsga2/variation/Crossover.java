package io.tamnas.nsga2.variation;

import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/** Mixes the genes of two parents of one length into a child's. */
public enum Crossover {
  /** Each gene comes from either parent with equal chance (Syswerda 1989). */
  UNIFORM {
    @Override
    public List<Integer> cross(List<Integer> first, List<Integer> second, RandomGenerator random) {
      return IntStream.range(0, first.size())
          .mapToObj(i -> random.nextBoolean() ? first.get(i) : second.get(i))
          .toList();
    }
  },
  /**
   * The genes from one cut up to another come from the second parent, the others from the first.
   * The cuts are two different ones of the gaps between neighbouring genes, the gap between the
   * last gene and the first included; so each parent gives at least one gene, and a single gene
   * comes from the first.
   */
  TWO_POINT {
    @Override
    public List<Integer> cross(List<Integer> first, List<Integer> second, RandomGenerator random) {
      if (first.size() < 2) {
        return first;
      }
      int cut = random.nextInt(first.size());
      int other = random.nextInt(first.size() - 1);
      other += other >= cut ? 1 : 0;
      int from = Math.min(cut, other);
      int to = Math.max(cut, other);
      return IntStream.range(0, first.size())
          .mapToObj(i -> i >= from && i < to ? second.get(i) : first.get(i))
          .toList();
    }
  };

  public abstract List<Integer> cross(
      List<Integer> first, List<Integer> second, RandomGenerator random);
}
