package io.tamnas.search.explanation;

import com.fasterxml.jackson.annotation.JsonValue;

/** By how many parameters they have, the subnets that are looked at together. */
public enum SizeClass {
  ANY("any"),
  SMALL("small"),
  MEDIUM("medium"),
  LARGE("large");

  private final String text;

  SizeClass(String text) {
    this.text = text;
  }

  /** The word in answers. */
  @JsonValue
  public String text() {
    return text;
  }
}
