package io.tamnas.search.specification;

import static io.tamnas.search.specification.CanonicalForm.exact;

import io.tamnas.protocol.attack.AttackSettings;
import io.tamnas.protocol.attack.Budget;
import io.tamnas.protocol.attack.Start;
import io.tamnas.protocol.training.InnerAttack;
import tools.jackson.databind.node.ObjectNode;

/** Attacks in canonical form. */
final class CanonicalAttack {

  private CanonicalAttack() {}

  static ObjectNode json(InnerAttack attack) {
    return switch (attack) {
      case InnerAttack.FgsmRandomStart fgsm ->
          begin("fgsm-random-start", fgsm.epsilon(), fgsm.stepSize())
              .put("guardInterval", fgsm.guardInterval());
      case InnerAttack.Pgd pgd ->
          begin("pgd", pgd.epsilon(), pgd.stepSize()).put("steps", pgd.steps());
      case InnerAttack.Free free ->
          begin("free", free.epsilon(), free.stepSize()).put("replays", free.replays());
      case InnerAttack.Yopo yopo ->
          begin("yopo", yopo.epsilon(), yopo.stepSize())
              .put("outer", yopo.outer())
              .put("inner", yopo.inner());
    };
  }

  static ObjectNode json(AttackSettings attack) {
    return switch (attack) {
      case AttackSettings.Fgsm fgsm -> begin(AttackMethod.FGSM, fgsm.epsilon());
      case AttackSettings.Pgd pgd ->
          runs(
              begin("pgd", pgd.epsilon(), pgd.stepSize()),
              pgd.steps(),
              pgd.restarts(),
              pgd.start());
      case AttackSettings.MiFgsm momentum ->
          begin("mi-fgsm", momentum.epsilon(), momentum.stepSize())
              .put("steps", momentum.steps())
              .put("decay", exact(momentum.decay()));
      case AttackSettings.Cw cw ->
          runs(begin("cw", cw.epsilon(), cw.stepSize()), cw.steps(), cw.restarts(), cw.start());
      case AttackSettings.ApgdCe apgd ->
          begin(AttackMethod.APGD_CE, apgd.epsilon())
              .put("steps", apgd.steps())
              .put("restarts", apgd.restarts());
      case AttackSettings.ApgdT apgd ->
          begin(AttackMethod.APGD_T, apgd.epsilon())
              .put("steps", apgd.steps())
              .put("restarts", apgd.restarts())
              .put("targets", apgd.targets());
      case AttackSettings.FabT fab ->
          begin(AttackMethod.FAB_T, fab.epsilon())
              .put("steps", fab.steps())
              .put("restarts", fab.restarts())
              .put("targets", fab.targets());
      case AttackSettings.Square square ->
          begin(AttackMethod.SQUARE, square.epsilon())
              .put("queries", square.queries())
              .put("restarts", square.restarts());
      case AttackSettings.AutoAttack all -> begin(AttackMethod.AUTO_ATTACK, all.epsilon());
      case AttackSettings.Sequence sequence -> {
        ObjectNode node = begin(AttackMethod.SEQUENCE, sequence.epsilon());
        var attacks = node.putArray("attacks");
        sequence.attacks().forEach(one -> attacks.add(json(one)));
        yield node;
      }
    };
  }

  private static ObjectNode begin(AttackMethod method, Budget epsilon) {
    return CanonicalForm.object().put("method", method.text()).put("epsilon", epsilon.text());
  }

  private static ObjectNode begin(String method, Budget epsilon, Budget stepSize) {
    return CanonicalForm.object()
        .put("method", method)
        .put("epsilon", epsilon.text())
        .put("stepSize", stepSize.text());
  }

  private static ObjectNode runs(ObjectNode node, int steps, int restarts, Start start) {
    return node.put("steps", steps).put("restarts", restarts).put("start", Words.START.text(start));
  }
}
