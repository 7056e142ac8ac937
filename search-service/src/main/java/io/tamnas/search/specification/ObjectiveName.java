package io.tamnas.search.specification;

import com.fasterxml.jackson.annotation.JsonValue;

/** What a search makes better, and in which direction. */
public enum ObjectiveName {
  ADVERSARIAL_ACCURACY("adversarialAccuracy", Direction.MAXIMIZE),
  CLEAN_ACCURACY("cleanAccuracy", Direction.MAXIMIZE),
  PARAMETERS("parameters", Direction.MINIMIZE),
  MULTIPLY_ADDS("multiplyAdds", Direction.MINIMIZE),
  LATENCY("latency", Direction.MINIMIZE);

  private final String text;
  private final Direction direction;

  ObjectiveName(String text, Direction direction) {
    this.text = text;
    this.direction = direction;
  }

  /** The name in specifications and answers. */
  @JsonValue
  public String text() {
    return text;
  }

  /** Whether more or less of it is better. */
  public Direction direction() {
    return direction;
  }

  /** Whether more or less is better. */
  public enum Direction {
    MAXIMIZE("maximize"),
    MINIMIZE("minimize");

    private final String text;

    Direction(String text) {
      this.text = text;
    }

    /** The word in answers. */
    @JsonValue
    public String text() {
      return text;
    }
  }
}
