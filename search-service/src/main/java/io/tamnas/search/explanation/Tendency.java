package io.tamnas.search.explanation;

import com.fasterxml.jackson.annotation.JsonValue;

/** Whether a front has a choice more or less often than all measured subnets have. */
public enum Tendency {
  FAVOURED("favoured"),
  AVOIDED("avoided");

  private final String text;

  Tendency(String text) {
    this.text = text;
  }

  /** The word in answers. */
  @JsonValue
  public String text() {
    return text;
  }
}
