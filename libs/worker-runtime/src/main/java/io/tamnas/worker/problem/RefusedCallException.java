package io.tamnas.worker.problem;

/** A call that is understood and not obeyed, with the problem to answer. */
public final class RefusedCallException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final ProblemType type;

  public RefusedCallException(ProblemType type, String detail) {
    super(detail);
    this.type = type;
  }

  public ProblemType type() {
    return type;
  }
}
