package io.tamnas.search.measurement;

import io.swagger.v3.oas.annotations.media.Schema;
import io.tamnas.protocol.attack.AttackSettings;
import io.tamnas.protocol.evaluation.MaskingSign;

/** A sign of masked gradients, in words that a user can act on. */
@Schema(
    description =
        "A sign that the subnet hides its gradients: it may be weaker than the attack says")
public record MaskingWarning(
    MaskingSign sign,
    @Schema(description = "What was seen, what it means, and what to do") String text) {

  /**
   * The warning of a sign.
   *
   * @param attack under which it showed
   */
  public static MaskingWarning of(MaskingSign sign, AttackSettings attack) {
    return new MaskingWarning(sign, seen(sign) + "; " + advice(attack));
  }

  private static String seen(MaskingSign sign) {
    return switch (sign) {
      case ZERO_GRADIENTS ->
          "at some images that withstood the attack the gradient is zero, so it had nothing to"
              + " follow";
      case SQUARE_BEATS_GRADIENT ->
          "Square, which takes no gradients, left fewer images standing than the attack, so its"
              + " gradients mislead";
      case NO_DROP_WITH_EPSILON ->
          "within an epsilon of at least 0.5, which should break almost every image, pgd left at"
              + " least half as many standing as the attack did within its own, so gradients do not"
              + " lead to the images that break";
    };
  }

  private static String advice(AttackSettings attack) {
    return attack instanceof AttackSettings.AutoAttack
        ? "take the adversarial accuracy for an upper bound"
        : "measure again with autoattack before you trust the adversarial accuracy";
  }
}
