package io.tamnas.search.front;

import io.tamnas.protocol.attack.AttackSettings;
import io.tamnas.protocol.attack.Start;
import io.tamnas.protocol.evaluation.EvaluationProtocol;

/** A protocol in one line, such as a table's caption needs. */
public final class ProtocolText {

  private ProtocolText() {}

  /** The protocol, its images and seed. */
  public static String of(EvaluationProtocol protocol) {
    return "%s, %d validation images, seed %d"
        .formatted(attack(protocol.attack()), protocol.images(), protocol.seed());
  }

  private static String attack(AttackSettings attack) {
    return switch (attack) {
      case AttackSettings.Fgsm fgsm -> "FGSM, ε " + fgsm.epsilon().text();
      case AttackSettings.Pgd pgd ->
          "PGD-%d, ε %s, step %s, %s, %s"
              .formatted(
                  pgd.steps(),
                  pgd.epsilon().text(),
                  pgd.stepSize().text(),
                  start(pgd.start()),
                  pgd.restarts() == 1 ? "1 run" : pgd.restarts() + " runs");
    };
  }

  private static String start(Start start) {
    return switch (start) {
      case CLEAN -> "from the image itself";
      case RANDOM -> "random start";
    };
  }
}
