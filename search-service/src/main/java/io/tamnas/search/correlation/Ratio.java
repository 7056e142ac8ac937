package io.tamnas.search.correlation;

import java.util.OptionalDouble;

/** A whole number over the geometric mean of two others. */
final class Ratio {

  private Ratio() {}

  /**
   * Empty where either below is 0. The root of one product rather than two roots: so it is exactly
   * ±1 where all three are equal up to the sign.
   */
  static OptionalDouble of(long above, long below, long otherBelow) {
    return below == 0 || otherBelow == 0
        ? OptionalDouble.empty()
        : OptionalDouble.of(above / Math.sqrt((double) below * otherBelow));
  }
}
