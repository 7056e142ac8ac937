package io.tamnas.search.specification;

import java.util.ArrayList;
import java.util.List;

/** The violations found so far, so that reading goes on after the first. */
final class Findings {

  static final int MOST = 100;

  private final List<Violation> violations = new ArrayList<>();

  /** Notes a violation; behind the first hundred nothing more is noted. */
  void add(String pointer, String detail) {
    if (violations.size() < MOST) {
      violations.add(new Violation(pointer, detail));
    }
  }

  /** Notes those of them at whose places nothing was found before. */
  void addSound(List<Violation> others) {
    others.stream()
        .filter(other -> trust(other.pointer()))
        .toList()
        .forEach(other -> add(other.pointer(), other.detail()));
  }

  /** Whether nothing was found at the pointer, above it or below it. */
  boolean trust(String pointer) {
    return violations.stream().noneMatch(violation -> related(violation.pointer(), pointer));
  }

  void throwIfAny() {
    if (!violations.isEmpty()) {
      throw new InvalidSpecification(violations);
    }
  }

  private static boolean related(String one, String other) {
    return (one + "/").startsWith(other + "/") || (other + "/").startsWith(one + "/");
  }
}
