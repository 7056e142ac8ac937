package io.tamnas.worker.problem;

import java.util.List;

/** A task that this worker cannot take, with everything that is wrong in it. */
public final class InvalidTaskException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient List<Violation> violations;

  public InvalidTaskException(List<Violation> violations) {
    super(violations.size() + " violations");
    this.violations = List.copyOf(violations);
  }

  public List<Violation> violations() {
    return violations;
  }
}
