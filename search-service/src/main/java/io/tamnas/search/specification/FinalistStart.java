package io.tamnas.search.specification;

import com.fasterxml.jackson.annotation.JsonValue;

/** What weights a finalist's own training begins with. */
public enum FinalistStart {
  /** Drawn ones. */
  SCRATCH("scratch"),
  /** The subnet's in the supernet. */
  SUPERNET("supernet");

  private final String text;

  FinalistStart(String text) {
    this.text = text;
  }

  /** The word in documents and addresses. */
  @JsonValue
  public String text() {
    return text;
  }
}
