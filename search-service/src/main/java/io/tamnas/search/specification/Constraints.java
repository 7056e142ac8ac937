package io.tamnas.search.specification;

import java.util.OptionalLong;

/** What a feasible subnet may cost at most. */
public record Constraints(OptionalLong maxParameters, OptionalLong maxMultiplyAdds) {

  /** Every subnet is feasible. */
  public static final Constraints NONE =
      new Constraints(OptionalLong.empty(), OptionalLong.empty());
}
