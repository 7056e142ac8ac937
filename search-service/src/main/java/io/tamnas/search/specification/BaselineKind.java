package io.tamnas.search.specification;

import com.fasterxml.jackson.annotation.JsonValue;

/** What a search is compared with. */
public enum BaselineKind {
  NONE("none"),
  /** As many subnets as the search has measured, drawn from the space. */
  RANDOM("random");

  private final String text;

  BaselineKind(String text) {
    this.text = text;
  }

  /** The name in specifications. */
  @JsonValue
  public String text() {
    return text;
  }
}
