package io.tamnas.search.correlation;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * How far two measures put the same things in the same order.
 *
 * @param pairs how many things both have measured
 * @param kendall τ-b; absent where all values of one measure are equal
 * @param spearman ρ with mean ranks of ties; absent where all values of one measure are equal
 */
@Schema(description = "How far two measures put the same things in the same order")
public record RankCorrelation(
    @Schema(description = "How many things both measured", example = "12") int pairs,
    @Schema(description = "Kendall's tau-b; null where all values of one measure are equal")
        @Nullable Coefficient kendall,
    @Schema(
            description =
                "Spearman's rho, ties at their mean rank; null where all values of one measure are"
                    + " equal")
        @Nullable Coefficient spearman) {

  /**
   * Of two lists of values, each pair at one place.
   *
   * @throws IllegalArgumentException where one list is longer, or has what is no number
   */
  public static RankCorrelation of(List<Double> first, List<Double> second) {
    if (first.size() != second.size()) {
      throw new IllegalArgumentException(
          "pairs are wanted, not %d and %d values".formatted(first.size(), second.size()));
    }
    double[] values = numbers(first);
    double[] others = numbers(second);
    return new RankCorrelation(
        values.length,
        around(ZInterval.KENDALL, Kendall.tau(values, others), values.length),
        around(ZInterval.SPEARMAN, Spearman.rho(values, others), values.length));
  }

  private static @Nullable Coefficient around(
      ZInterval interval, OptionalDouble coefficient, int pairs) {
    return coefficient.isPresent() ? interval.around(coefficient.getAsDouble(), pairs) : null;
  }

  /** With one zero only, because the comparison of doubles tells two apart. */
  private static double[] numbers(List<Double> values) {
    if (values.stream().anyMatch(value -> value.isNaN())) {
      throw new IllegalArgumentException("values must be numbers, are " + values);
    }
    return values.stream().mapToDouble(value -> value + 0.0).toArray();
  }
}
