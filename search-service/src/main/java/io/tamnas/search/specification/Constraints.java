package io.tamnas.search.specification;

import java.util.OptionalDouble;
import java.util.OptionalLong;

/** What a feasible subnet may cost at most. */
public record Constraints(
    OptionalLong maxParameters, OptionalLong maxMultiplyAdds, OptionalDouble maxLatencyMillis) {

  /** Every subnet is feasible. */
  public static final Constraints NONE =
      new Constraints(OptionalLong.empty(), OptionalLong.empty(), OptionalDouble.empty());
}
