package io.tamnas.search.job;

/** A parameter of a request is out of its bounds. */
public final class InvalidParameter extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public InvalidParameter(String reason) {
    super(reason);
  }
}
