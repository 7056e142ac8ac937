package io.tamnas.search.front;

import io.tamnas.protocol.attack.AttackSettings;
import io.tamnas.protocol.attack.Start;
import io.tamnas.protocol.evaluation.EvaluationProtocol;
import io.tamnas.protocol.evaluation.LatencyProtocol;
import io.tamnas.protocol.evaluation.NetworkProtocol;
import io.tamnas.protocol.evaluation.Split;
import java.util.stream.Collectors;

/** A protocol in one line, such as a table's caption needs. */
public final class ProtocolText {

  private ProtocolText() {}

  /** The protocol with everything on which its two accuracies depend. */
  public static String of(EvaluationProtocol protocol) {
    return "%s, %d validation images, seed %d, statistics from %d images in batches of %d, batch %d"
        .formatted(
            attack(protocol.attack()),
            protocol.images(),
            protocol.seed(),
            protocol.recalibrationImages(),
            protocol.recalibrationBatch(),
            protocol.batchSize());
  }

  /** The protocol, its split, images and seed. */
  public static String of(NetworkProtocol protocol) {
    return "%s, %d %s images, seed %d"
        .formatted(
            attack(protocol.attack()), protocol.images(), split(protocol.split()), protocol.seed());
  }

  /** How latencies are measured, without the machine. */
  public static String of(LatencyProtocol protocol) {
    return "median of %d single images after %d warm-ups, one CPU thread of ONNX Runtime, alone in"
            .formatted(protocol.runs(), protocol.warmups())
        + " a process";
  }

  private static String split(Split split) {
    return switch (split) {
      case VALIDATION -> "validation";
      case TEST -> "test";
    };
  }

  private static String attack(AttackSettings attack) {
    return name(attack) + ", ε " + attack.epsilon().text() + details(attack);
  }

  private static String name(AttackSettings attack) {
    return switch (attack) {
      case AttackSettings.Fgsm _ -> "FGSM";
      case AttackSettings.Pgd pgd -> "PGD-" + pgd.steps();
      case AttackSettings.MiFgsm momentum -> "MI-FGSM-" + momentum.steps();
      case AttackSettings.Cw cw -> "C&W-L∞-" + cw.steps();
      case AttackSettings.ApgdCe apgd -> "APGD-CE-" + apgd.steps();
      case AttackSettings.ApgdT apgd -> "APGD-T-" + apgd.steps();
      case AttackSettings.FabT fab -> "FAB-T-" + fab.steps();
      case AttackSettings.Square square -> "Square-" + square.queries();
      case AttackSettings.AutoAttack _ -> "AutoAttack standard";
      case AttackSettings.Sequence sequence ->
          sequence.attacks().stream()
              .map(one -> name(one) + parenthesized(details(one)))
              .collect(Collectors.joining(" + "));
    };
  }

  /** What tells it from others of its name, each behind a comma. */
  private static String details(AttackSettings attack) {
    return switch (attack) {
      case AttackSettings.Fgsm _, AttackSettings.AutoAttack _, AttackSettings.Sequence _ -> "";
      case AttackSettings.Pgd pgd ->
          ", step %s, %s, %s".formatted(pgd.stepSize(), start(pgd.start()), runs(pgd.restarts()));
      case AttackSettings.MiFgsm momentum ->
          ", step %s, decay %s".formatted(momentum.stepSize(), momentum.decay());
      case AttackSettings.Cw cw ->
          ", step %s, %s, %s".formatted(cw.stepSize(), start(cw.start()), runs(cw.restarts()));
      case AttackSettings.ApgdCe apgd -> ", " + runs(apgd.restarts());
      case AttackSettings.ApgdT apgd ->
          ", %s at each of %s".formatted(runs(apgd.restarts()), targets(apgd.targets()));
      case AttackSettings.FabT fab ->
          ", %s at each of %s".formatted(runs(fab.restarts()), targets(fab.targets()));
      case AttackSettings.Square square -> ", " + runs(square.restarts());
    };
  }

  private static String parenthesized(String details) {
    return details.isEmpty() ? "" : " (" + details.substring(2) + ")";
  }

  private static String runs(int restarts) {
    return restarts == 1 ? "1 run" : restarts + " runs";
  }

  private static String targets(int targets) {
    return targets == 1 ? "1 target" : targets + " targets";
  }

  private static String start(Start start) {
    return switch (start) {
      case CLEAN -> "from the image itself";
      case RANDOM -> "random start";
    };
  }
}
