package io.tamnas.search.finalist;

import io.tamnas.search.generation.Born;
import io.tamnas.search.measurement.Measurement;
import io.tamnas.space.Genotype;
import java.util.Comparator;

/**
 * A member of a front that may become a finalist. All of a front are measured on the same images,
 * so counts can be compared.
 *
 * @param adversarialCorrect images that it withstands the attack on
 * @param cleanCorrect images that it classifies correctly as they are
 */
public record Candidate(
    Genotype genotype, long parameters, int adversarialCorrect, int cleanCorrect) {

  /** From the smallest; equally large ones by genotype. */
  static final Comparator<Candidate> BY_SIZE =
      Comparator.comparingLong(Candidate::parameters).thenComparing(Candidate::genotype);

  /**
   * The most robust first; of equally robust ones the more accurate, then the smaller, then the
   * first by genotype.
   */
  static final Comparator<Candidate> BY_ROBUSTNESS =
      Comparator.comparingInt(Candidate::adversarialCorrect)
          .thenComparingInt(Candidate::cleanCorrect)
          .reversed()
          .thenComparing(BY_SIZE);

  /**
   * A member of a front as it was measured in the search.
   *
   * @throws IllegalArgumentException where it is not measured
   */
  public static Candidate of(Born born) {
    Measurement measured = born.measurement();
    if (measured == null) {
      throw new IllegalArgumentException(born.genotype() + " is not measured");
    }
    return new Candidate(
        born.genotype(),
        born.cost().parameters(),
        measured.adversarialCorrect(),
        measured.cleanCorrect());
  }
}
