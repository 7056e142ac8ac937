package io.tamnas.nsga2;

/** Which way an objective is better. */
public enum Direction {
  /** Less is better. */
  MINIMIZE {
    @Override
    public double cost(double value) {
      return value + 0.0;
    }
  },
  /** More is better. */
  MAXIMIZE {
    @Override
    public double cost(double value) {
      return 0.0 - value;
    }
  };

  /**
   * The value turned so that less is better; never negative zero, so that equal costs are equal
   * bits.
   */
  public abstract double cost(double value);
}
