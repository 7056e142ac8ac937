package io.tamnas.search.specification;

import java.util.List;
import java.util.stream.Collectors;

/** A specification that is JSON but asks for something that cannot be, with all that is wrong. */
public final class InvalidSpecification extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient List<Violation> violations;

  public InvalidSpecification(List<Violation> violations) {
    super(text(violations));
    this.violations = List.copyOf(violations);
  }

  /**
   * At least one: part by part in the order of the documentation, then what parts demand of one
   * another.
   */
  public List<Violation> violations() {
    return violations;
  }

  private static String text(List<Violation> violations) {
    return violations.stream()
        .map(violation -> violation.pointer() + " " + violation.detail())
        .collect(Collectors.joining("; "));
  }
}
