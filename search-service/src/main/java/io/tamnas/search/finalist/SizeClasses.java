package io.tamnas.search.finalist;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A front by size: the range from the fewest to the most parameters is cut into classes of one
 * ratio, since sizes are compared by factors. A class can be empty.
 */
final class SizeClasses {

  private SizeClasses() {}

  /** The members of each class, the class of the smallest first; each the most robust first. */
  static List<List<Candidate>> of(List<Candidate> front, int count) {
    if (count == 0) {
      return List.of();
    }
    List<List<Candidate>> classes =
        IntStream.range(0, count).<List<Candidate>>mapToObj(i -> new ArrayList<>()).toList();
    long least = front.stream().mapToLong(Candidate::parameters).min().orElse(1);
    long most = front.stream().mapToLong(Candidate::parameters).max().orElse(1);
    for (Candidate one : front.stream().sorted(Candidate.BY_ROBUSTNESS).toList()) {
      classes.get(place(ratio(one.parameters(), least), ratio(most, least), count)).add(one);
    }
    return classes;
  }

  private static double ratio(long parameters, long least) {
    return StrictMath.log(parameters / (double) least);
  }

  /** The largest belongs to the last class, and all to the first where all are equally large. */
  private static int place(double ratio, double range, int count) {
    return range > 0 ? Math.min(count - 1, (int) (count * (ratio / range))) : 0;
  }
}
