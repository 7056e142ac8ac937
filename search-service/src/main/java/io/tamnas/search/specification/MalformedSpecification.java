package io.tamnas.search.specification;

/** A text that is no JSON, or more of it than any specification needs. */
public final class MalformedSpecification extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public MalformedSpecification(String reason) {
    super(reason);
  }
}
