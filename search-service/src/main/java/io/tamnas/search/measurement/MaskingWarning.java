package io.tamnas.search.measurement;

import io.swagger.v3.oas.annotations.media.Schema;
import io.tamnas.protocol.evaluation.MaskingSign;

/** A sign of masked gradients, in words that a user can act on. */
@Schema(
    description =
        "A sign that the subnet hides its gradients: it may be weaker than the attack says")
public record MaskingWarning(
    MaskingSign sign,
    @Schema(description = "What was seen, what it means, and what to do") String text) {

  /** The warning of a sign. */
  public static MaskingWarning of(MaskingSign sign) {
    return new MaskingWarning(
        sign,
        switch (sign) {
          case ZERO_GRADIENTS ->
              "on some images the attack found no gradient to follow; measure again with square or"
                  + " autoattack before you trust the adversarial accuracy";
          case SQUARE_BEATS_GRADIENT ->
              "Square, which takes no gradients, broke more images than the attack, so its gradients"
                  + " mislead; measure again with autoattack";
          case NO_DROP_WITH_EPSILON ->
              "a larger epsilon broke no more images, so the attack finds no way to where they lie;"
                  + " measure again with autoattack";
        });
  }
}
