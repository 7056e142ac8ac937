package io.tamnas.search.specification;

import io.tamnas.protocol.attack.AttackSettings;
import java.util.Optional;

/**
 * Which attacks leave one image for each that they are given, so that it can be shown to others:
 * those of a single run, which has an end.
 */
final class FinalImage {

  private FinalImage() {}

  /** Why the attack has no final image, as a violation says it; empty where it has one. */
  static Optional<String> refusal(AttackSettings attack) {
    return switch (attack) {
      case AttackSettings.Fgsm _, AttackSettings.MiFgsm _ -> Optional.empty();
      case AttackSettings.Pgd pgd -> ofRuns(pgd.restarts());
      case AttackSettings.Cw margin -> ofRuns(margin.restarts());
      case AttackSettings.ApgdCe _,
          AttackSettings.ApgdT _,
          AttackSettings.FabT _,
          AttackSettings.Square _,
          AttackSettings.AutoAttack _,
          AttackSettings.Sequence _ ->
          Optional.of(
              "must be a single run of \"fgsm\", \"pgd\", \"mi-fgsm\" or \"cw\", whose end is the"
                  + " image that is shown to the targets");
    };
  }

  private static Optional<String> ofRuns(int runs) {
    return runs == 1
        ? Optional.empty()
        : Optional.of(
            "must make a single run (\"restarts\": 1), whose end is the image that is shown to"
                + " the targets; makes "
                + runs);
  }
}
