package io.tamnas.search.worker;

/** A registration that does not say all that a worker has to say. */
public final class InvalidRegistration extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public InvalidRegistration(String reason) {
    super(reason);
  }
}
