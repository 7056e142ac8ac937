package io.tamnas.search.explanation;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * p values adjusted so that those at most α have a false discovery rate of at most α (Benjamini and
 * Hochberg 1995, doi 10.1111/j.2517-6161.1995.tb02031.x): of m in rising order the i-th becomes the
 * least of p(j) · m / j over all j ≥ i.
 *
 * <p>The rate is proven for tests that are independent or positively dependent. The choices of one
 * layer exclude one another, so theirs are neither; Fisher's test on small counts errs on the
 * careful side, which makes up for more than that in practice but is no proof.
 */
final class BenjaminiHochberg {

  private BenjaminiHochberg() {}

  /** The adjusted values, in the order of the given ones. */
  static double[] adjusted(List<Double> values) {
    int count = values.size();
    double[] adjusted = new double[count];
    List<Integer> falling =
        IntStream.range(0, count)
            .boxed()
            .sorted(Comparator.<Integer, Double>comparing(values::get).reversed())
            .toList();
    double least = 1;
    for (int i = 0; i < count; i++) {
      int place = falling.get(i);
      least = Math.min(least, values.get(place) * count / (count - i));
      adjusted[place] = least;
    }
    return adjusted;
  }
}
