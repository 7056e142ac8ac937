package io.tamnas.nsga2;

/** A constraint: a quantity that must not exceed its maximum. */
public record Limit(String name, double maximum) {

  public Limit {
    if (!(maximum > 0)) {
      throw new IllegalArgumentException(
          "the limit of %s must be positive, is %s".formatted(name, maximum));
    }
  }

  /**
   * The excess as a share of the maximum; 0 within the limit. Being free of units, the violations
   * of several limits can be added up to an individual's.
   */
  public double violation(double value) {
    return value <= maximum ? 0 : (value - maximum) / maximum;
  }
}
