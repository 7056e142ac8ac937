package io.tamnas.search.specification;

import io.tamnas.protocol.attack.AttackSettings;
import io.tamnas.protocol.training.InnerAttack;
import tools.jackson.databind.node.ObjectNode;

/** Attacks in canonical form. */
final class CanonicalAttack {

  private CanonicalAttack() {}

  static ObjectNode json(InnerAttack attack) {
    return switch (attack) {
      case InnerAttack.FgsmRandomStart fgsm ->
          method("fgsm-random-start")
              .put("epsilon", fgsm.epsilon().text())
              .put("stepSize", fgsm.stepSize().text());
      case InnerAttack.Pgd pgd ->
          method("pgd")
              .put("epsilon", pgd.epsilon().text())
              .put("stepSize", pgd.stepSize().text())
              .put("steps", pgd.steps());
    };
  }

  static ObjectNode json(AttackSettings attack) {
    return switch (attack) {
      case AttackSettings.Fgsm fgsm -> method("fgsm").put("epsilon", fgsm.epsilon().text());
      case AttackSettings.Pgd pgd ->
          method("pgd")
              .put("epsilon", pgd.epsilon().text())
              .put("stepSize", pgd.stepSize().text())
              .put("steps", pgd.steps())
              .put("restarts", pgd.restarts())
              .put("start", Words.START.text(pgd.start()));
    };
  }

  private static ObjectNode method(String name) {
    return CanonicalForm.object().put("method", name);
  }
}
