package io.tamnas.search.specification;

/** A text longer than any specification may be. */
public final class SpecificationTooLarge extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public SpecificationTooLarge(int limit) {
    super("a specification has at most " + limit + " bytes");
  }
}
