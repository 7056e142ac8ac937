package io.tamnas.nsga2;

/**
 * An individual with its place in a population.
 *
 * @param rank the number of its front, from 1
 * @param crowdingDistance within its front; may be infinite
 */
public record RankedIndividual<G>(Individual<G> individual, int rank, double crowdingDistance) {

  public RankedIndividual {
    if (rank < 1 || !(crowdingDistance >= 0)) {
      throw new IllegalArgumentException(
          "a rank is at least 1 and a crowding distance at least 0, not %d and %s"
              .formatted(rank, crowdingDistance));
    }
  }

  public G genotype() {
    return individual.genotype();
  }

  /**
   * The crowded comparison (Deb et al. 2002, section III-B): whether this one has the smaller rank,
   * or the same rank and more room.
   */
  public boolean isBetterThan(RankedIndividual<?> other) {
    return rank != other.rank ? rank < other.rank : crowdingDistance > other.crowdingDistance;
  }
}
