package io.tamnas.search.task;

/** A result that cannot be the one of its task. */
public final class UnusableResult extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public UnusableResult(String reason) {
    super(reason);
  }
}
