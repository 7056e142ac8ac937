package io.tamnas.search.finalist;

import io.tamnas.search.specification.Violation;
import io.tamnas.space.Genotype;
import io.tamnas.space.GenotypeText;
import io.tamnas.space.SearchSpace;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;

/** Finalists that a user names: each must be on the front, and none twice. */
final class NamedFinalists {

  private final SearchSpace space;
  private final Set<Genotype> front;
  private final List<Violation> violations = new ArrayList<>();

  private NamedFinalists(SearchSpace space, Collection<Genotype> front) {
    this.space = space;
    this.front = new TreeSet<>(front);
  }

  /**
   * Everything that is wrong with any of them.
   *
   * @param named by their places in the list
   * @param pointer where the list of names stands in what the user wrote (RFC 6901)
   */
  static List<Violation> violations(
      SearchSpace space,
      Collection<Genotype> front,
      SortedMap<Integer, Genotype> named,
      String pointer) {
    NamedFinalists check = new NamedFinalists(space, front);
    check.all(named, pointer);
    return check.violations;
  }

  private void all(SortedMap<Integer, Genotype> named, String pointer) {
    if (named.isEmpty()) {
      violations.add(new Violation(pointer, "must name at least one genotype of the front"));
    }
    Set<Genotype> known = new TreeSet<>();
    named.forEach(
        (index, genotype) -> {
          String place = pointer + "/" + index;
          if (!known.add(genotype)) {
            add(place, "must differ from the others, is again one of them");
          } else if (space.contains(genotype)) {
            requireOnFront(genotype, place);
          } else {
            space.violations(genotype).forEach(one -> add(place + gene(one.path()), one.message()));
          }
        });
  }

  private void requireOnFront(Genotype genotype, String place) {
    if (!front.contains(genotype)) {
      add(
          place,
          "must be on the front, which has %d members; %s is not"
              .formatted(front.size(), new GenotypeText(space).write(genotype)));
    }
  }

  private void add(String place, String detail) {
    violations.add(new Violation(place, detail));
  }

  /** The genes are the genotype itself where it is written down. */
  private static String gene(String path) {
    return path.substring("genes".length());
  }
}
