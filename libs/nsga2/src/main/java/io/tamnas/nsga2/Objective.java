package io.tamnas.nsga2;

/** A quantity to optimize, and the direction in which it is better. */
public record Objective(String name, Direction direction) {

  public Objective {
    if (name.isBlank()) {
      throw new IllegalArgumentException("an objective needs a name");
    }
  }

  public static Objective minimize(String name) {
    return new Objective(name, Direction.MINIMIZE);
  }

  public static Objective maximize(String name) {
    return new Objective(name, Direction.MAXIMIZE);
  }
}
