package io.tamnas.search.measurement;

import io.swagger.v3.oas.annotations.media.Schema;
import io.tamnas.protocol.attack.AttackSettings;
import io.tamnas.protocol.evaluation.MaskingSign;
import io.tamnas.search.specification.AttackMethod;

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
   * @param classes of the data set, below four of which autoattack is not defined
   */
  public static MaskingWarning of(MaskingSign sign, AttackSettings attack, int classes) {
    return new MaskingWarning(sign, seen(sign) + "; " + advice(attack, classes));
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

  private static String advice(AttackSettings attack, int classes) {
    return isStrong(attack)
        ? "take the adversarial accuracy for an upper bound"
        : "measure again with %s before you trust the adversarial accuracy"
            .formatted(strong(classes));
  }

  private static String strong(int classes) {
    return classes >= AttackMethod.AUTO_ATTACK.leastClasses()
        ? AttackMethod.AUTO_ATTACK.text()
        : "a sequence of %s, %s and %s"
            .formatted(
                AttackMethod.APGD_CE.text(), AttackMethod.FAB_T.text(), AttackMethod.SQUARE.text());
  }

  /** Whether it goes by gradients and without, so that no other attack is to be advised. */
  private static boolean isStrong(AttackSettings attack) {
    return switch (attack) {
      case AttackSettings.AutoAttack _ -> true;
      case AttackSettings.Sequence sequence ->
          sequence.attacks().stream().anyMatch(AttackSettings.ApgdCe.class::isInstance)
              && sequence.attacks().stream().anyMatch(AttackSettings.Square.class::isInstance);
      case AttackSettings.Fgsm _,
          AttackSettings.Pgd _,
          AttackSettings.MiFgsm _,
          AttackSettings.Cw _,
          AttackSettings.ApgdCe _,
          AttackSettings.ApgdT _,
          AttackSettings.FabT _,
          AttackSettings.Square _ ->
          false;
    };
  }
}
