package io.tamnas.search.specification;

/** Which genes a child takes from which parent. */
public enum CrossoverKind {
  /** Each gene from either parent with equal chance. */
  UNIFORM("uniform"),
  /** Those between two cuts from the second parent. */
  TWO_POINT("two-point");

  private final String text;

  CrossoverKind(String text) {
    this.text = text;
  }

  /** The name in specifications. */
  public String text() {
    return text;
  }
}
