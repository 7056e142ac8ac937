package io.tamnas.search.probe;

import io.tamnas.search.generation.Born;
import io.tamnas.search.measurement.Measurement;
import io.tamnas.space.Genotype;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

/**
 * Chooses probes at equal distances in the order of the estimated adversarial accuracies, the
 * lowest and the highest among them; equal estimates are in the order of genotypes. A function of
 * what was measured: the order in which it comes does not matter, and nothing is drawn.
 */
final class ProbeChoice {

  private static final Comparator<Born> BY_ESTIMATE =
      Comparator.comparingInt(ProbeChoice::adversarialCorrect).thenComparing(Born::genotype);

  private ProbeChoice() {}

  /**
   * As many as are wanted, or all where there are no more; the lowest estimate first.
   *
   * @param measured each genotype once, all on the same images
   * @param wanted at least 2
   */
  static List<Genotype> of(Collection<Born> measured, int wanted) {
    List<Genotype> sorted = measured.stream().sorted(BY_ESTIMATE).map(Born::genotype).toList();
    if (sorted.size() <= wanted) {
      return sorted;
    }
    long last = sorted.size() - 1L;
    return IntStream.range(0, wanted)
        .mapToObj(i -> sorted.get(Math.toIntExact(i * last / (wanted - 1))))
        .toList();
  }

  private static int adversarialCorrect(Born born) {
    Measurement measured = Objects.requireNonNull(born.measurement());
    return measured.adversarialCorrect();
  }
}
