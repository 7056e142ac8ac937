package io.tamnas.search.correlation;

import java.util.List;

/**
 * The 95 % interval of a rank correlation by Fisher's z = artanh(r), taken as normal with the
 * variance that Bonett and Wright 2000 (doi 10.1007/BF02294183) give: 0.437 / (n − 4) for Kendall's
 * τ (from Fieller, Hartley and Pearson 1957, doi 10.1093/biomet/44.3-4.470), (1 + ρ²/2) / (n − 3)
 * for Spearman's ρ.
 *
 * <p>An approximation made for values without ties, meant for |τ| below 0.8 and |ρ| below 0.95; at
 * few pairs that of a strong τ is too narrow. Chosen over a bootstrap: drawing few pairs with
 * replacement makes ties, and samples without any order.
 *
 * <p>Where the paper would divide by zero: at r = ±1 the z is that of the next value below 1, one
 * exchange of neighbours away, and the interval ends at ±1.
 */
enum ZInterval {
  KENDALL {
    @Override
    double variance(double tau, int pairs) {
      return 0.437 / (pairs - 4);
    }

    @Override
    double next(double pairs) {
      return 1 - 4 / (pairs * (pairs - 1));
    }
  },
  SPEARMAN {
    @Override
    double variance(double rho, int pairs) {
      return (1 + rho * rho / 2) / (pairs - 3);
    }

    @Override
    double next(double pairs) {
      return 1 - 12 / (pairs * (pairs * pairs - 1));
    }
  };

  /** Fewer pairs have no interval: it would say next to nothing, and the approximation is off. */
  static final int LEAST_PAIRS = 8;

  /** The 97.5 % quantile of the standard normal distribution. */
  private static final double QUANTILE = 1.959963984540054;

  abstract double variance(double coefficient, int pairs);

  /** The largest coefficient below 1 without ties. */
  abstract double next(double pairs);

  /** The coefficient with its interval, where there are enough pairs. */
  Coefficient around(double coefficient, int pairs) {
    return new Coefficient(coefficient, pairs < LEAST_PAIRS ? null : ends(coefficient, pairs));
  }

  private List<Double> ends(double coefficient, int pairs) {
    double size = Math.abs(coefficient);
    boolean perfect = size == 1;
    double inner = perfect ? next(pairs) : size;
    double half = QUANTILE * StrictMath.sqrt(variance(inner, pairs));
    double low = StrictMath.tanh(artanh(inner) - half);
    double high = perfect ? 1 : StrictMath.tanh(artanh(inner) + half);
    return coefficient < 0 ? List.of(-high, -low) : List.of(low, high);
  }

  private static double artanh(double value) {
    return StrictMath.log((1 + value) / (1 - value)) / 2;
  }
}
