package io.tamnas.nsga2;

import java.util.List;

/**
 * Ranked individuals in order: by rank, then by crowding distance from the largest, then by
 * genotype. {@link Ranking} makes them.
 */
public record Population<G>(List<RankedIndividual<G>> members) {

  public Population {
    members = List.copyOf(members);
    for (int i = 1; i < members.size(); i++) {
      if (members.get(i).isBetterThan(members.get(i - 1))) {
        throw new IllegalArgumentException(
            "members must be ordered by rank and crowding distance: member %d is better than %d"
                .formatted(i, i - 1));
      }
    }
  }

  public int size() {
    return members.size();
  }

  public RankedIndividual<G> member(int index) {
    return members.get(index);
  }

  /** The members without their ranks, in the same order. */
  public List<Individual<G>> individuals() {
    return members.stream().map(RankedIndividual::individual).toList();
  }

  /** The members of rank 1. They may be infeasible where nobody is feasible. */
  public List<RankedIndividual<G>> front() {
    return members.stream().takeWhile(member -> member.rank() == 1).toList();
  }
}
