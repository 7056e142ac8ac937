package io.tamnas.search.explanation;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * How often the subnets of a size class have a choice.
 *
 * @param front of those on the front
 * @param measured of all
 * @param significance absent where it was not tested: too few subnets, or all or none have it
 */
@Schema(description = "How often the subnets of a size class have a choice")
public record Use(
    SizeClass size,
    @Schema(description = "Of those on the front") Share front,
    @Schema(description = "Of all measured ones, those on the front among them") Share measured,
    @Schema(description = "Null where not tested: too few subnets, or all or none have the choice")
        @Nullable Significance significance) {

  /** Which way the front differs, where it does so significantly. */
  Optional<Tendency> tendency() {
    if (significance == null || !significance.significant()) {
      return Optional.empty();
    }
    return Optional.of(front.exceeds(measured) ? Tendency.FAVOURED : Tendency.AVOIDED);
  }

  /** The share on the front minus that of all; empty where the front has none of the class. */
  OptionalDouble difference() {
    Double inFront = front.share();
    Double inAll = measured.share();
    return inFront == null || inAll == null
        ? OptionalDouble.empty()
        : OptionalDouble.of(inFront - inAll);
  }
}
