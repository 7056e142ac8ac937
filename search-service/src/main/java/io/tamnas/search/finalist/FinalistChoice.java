package io.tamnas.search.finalist;

import io.tamnas.search.finalist.Finalist.Reason;
import io.tamnas.space.Genotype;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Chooses finalists from a front, so that they show what robustness costs at every size:
 *
 * <ol>
 *   <li>A front of no more members than are wanted is taken whole.
 *   <li>The knee is always one, where the front has one.
 *   <li>As many places as are left, so many size classes are cut, from the smallest to the largest
 *       member in steps of one ratio; the most robust of each is one. Of equally robust members it
 *       is the more accurate on clean images, then the smaller, then the first by genotype.
 *   <li>Places that are still free, because a class is empty or the knee is the most robust of its
 *       own, go one by one to the most robust that is left in the class with the most left; of
 *       equally full classes in the one of the larger subnets.
 * </ol>
 *
 * <p>A function of the front alone: the order in which its members come does not matter, and
 * nothing is drawn.
 */
public final class FinalistChoice {

  private final List<Candidate> front;
  private final Map<Genotype, Reason> chosen = new TreeMap<>();

  private FinalistChoice(Collection<Candidate> front) {
    this.front = List.copyOf(front);
  }

  /**
   * At most so many finalists, from the smallest.
   *
   * @param front each genotype once
   * @param knee of this front, where it has one
   * @throws IllegalArgumentException where none are wanted, or the knee is not of the front
   */
  public static List<Finalist> of(
      Collection<Candidate> front, Optional<Genotype> knee, int wanted) {
    if (wanted < 1) {
      throw new IllegalArgumentException("at least one finalist must be wanted, not " + wanted);
    }
    knee.ifPresent(genotype -> requireMember(front, genotype));
    FinalistChoice choice = new FinalistChoice(front);
    choice.choose(knee, wanted);
    return choice.finalists();
  }

  private static void requireMember(Collection<Candidate> front, Genotype knee) {
    if (front.stream().noneMatch(one -> one.genotype().equals(knee))) {
      throw new IllegalArgumentException("the knee " + knee + " is not on the front");
    }
  }

  private void choose(Optional<Genotype> knee, int wanted) {
    if (front.size() <= wanted) {
      front.forEach(one -> chosen.put(one.genotype(), Reason.WHOLE_FRONT));
      return;
    }
    knee.ifPresent(genotype -> chosen.put(genotype, Reason.KNEE));
    List<List<Candidate>> classes = SizeClasses.of(front, wanted - chosen.size());
    for (List<Candidate> members : classes) {
      members.stream()
          .limit(1)
          .forEach(one -> chosen.putIfAbsent(one.genotype(), Reason.MOST_ROBUST_OF_SIZE));
    }
    while (chosen.size() < wanted) {
      chosen.put(nextOf(classes), Reason.NEXT_MOST_ROBUST);
    }
  }

  /** There is one as long as fewer are chosen than the front has. */
  private Genotype nextOf(List<List<Candidate>> classes) {
    return classes.reversed().stream()
        .map(this::left)
        .max(Comparator.comparingInt(List::size))
        .orElseThrow()
        .getFirst();
  }

  private List<Genotype> left(List<Candidate> members) {
    return members.stream()
        .map(Candidate::genotype)
        .filter(genotype -> !chosen.containsKey(genotype))
        .toList();
  }

  private List<Finalist> finalists() {
    return front.stream()
        .sorted(Candidate.BY_SIZE)
        .map(Candidate::genotype)
        .flatMap(
            genotype ->
                Optional.ofNullable(chosen.get(genotype)).stream()
                    .map(reason -> new Finalist(genotype, reason)))
        .toList();
  }
}
