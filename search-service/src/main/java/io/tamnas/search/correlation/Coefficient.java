package io.tamnas.search.correlation;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A rank correlation.
 *
 * @param value from -1, the opposite order, to 1, the same
 * @param interval lower and upper end of the 95 % interval; absent below {@value
 *     ZInterval#LEAST_PAIRS} pairs
 */
@Schema(description = "A rank correlation with its 95 % interval")
public record Coefficient(
    @Schema(description = "From -1, the opposite order, to 1, the same", example = "0.62")
        double value,
    @Schema(
            description = "Lower and upper end of the 95 % interval; null below 8 pairs",
            example = "[0.31, 0.81]")
        @Nullable List<Double> interval) {
  public Coefficient {
    interval = interval == null ? null : List.copyOf(interval);
  }
}
