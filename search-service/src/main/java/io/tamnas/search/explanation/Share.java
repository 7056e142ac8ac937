package io.tamnas.search.explanation;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * How many of how many.
 *
 * @param share count / of; absent where there are none to count
 */
@Schema(description = "How many of how many")
public record Share(
    @Schema(example = "12") int count,
    @Schema(example = "17") int of,
    @Schema(description = "count / of; null where there are none", example = "0.706")
        @Nullable Double share) {

  static Share of(int count, int of) {
    return new Share(count, of, of == 0 ? null : count / (double) of);
  }

  /** Whole per cent, such as {@code 71 %}. */
  String percent() {
    return share == null ? "none" : Math.round(100 * share) + " %";
  }

  /** Such as {@code 12 of 17}. */
  String counts() {
    return count + " of " + of;
  }

  /** Whether this share is the larger one; exact. */
  boolean exceeds(Share other) {
    return (long) count * other.of > (long) other.count * of;
  }
}
