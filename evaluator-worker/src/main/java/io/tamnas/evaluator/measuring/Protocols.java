package io.tamnas.evaluator.measuring;

import io.tamnas.nets.attack.Attack;
import io.tamnas.nets.attack.Start;
import io.tamnas.nets.measuring.MeasuringProtocol;
import io.tamnas.nets.measuring.NetworkProtocol;
import io.tamnas.nets.measuring.Split;
import io.tamnas.protocol.attack.AttackSettings;
import io.tamnas.protocol.evaluation.EvaluationProtocol;

/** From the protocols that cross the wire to those of the learning core. */
public final class Protocols {
  private Protocols() {}

  /**
   * The same protocol in the words of the learning core.
   *
   * @throws IllegalArgumentException where a value is out of its range
   */
  static MeasuringProtocol of(EvaluationProtocol protocol) {
    return new MeasuringProtocol(
        attack(protocol.attack()),
        protocol.images(),
        protocol.batchSize(),
        protocol.recalibrationImages(),
        protocol.recalibrationBatch(),
        protocol.maskingImages(),
        protocol.seed());
  }

  /**
   * The same protocol in the words of the learning core.
   *
   * @throws IllegalArgumentException where a value is out of its range
   */
  static NetworkProtocol of(io.tamnas.protocol.evaluation.NetworkProtocol protocol) {
    return new NetworkProtocol(
        split(protocol.split()),
        attack(protocol.attack()),
        protocol.images(),
        protocol.batchSize(),
        protocol.maskingImages(),
        protocol.seed());
  }

  private static Split split(io.tamnas.protocol.evaluation.Split split) {
    return switch (split) {
      case VALIDATION -> Split.VALIDATION;
      case TEST -> Split.TEST;
    };
  }

  /**
   * The same attack in the words of the learning core.
   *
   * @throws IllegalArgumentException where a value is out of its range
   */
  public static Attack attack(AttackSettings attack) {
    return switch (attack) {
      case AttackSettings.Fgsm fgsm -> new Attack.Fgsm(fgsm.epsilon().value());
      case AttackSettings.Pgd pgd ->
          new Attack.Pgd(
              pgd.epsilon().value(),
              pgd.stepSize().value(),
              pgd.steps(),
              pgd.restarts(),
              start(pgd.start()));
      case AttackSettings.MiFgsm momentum ->
          new Attack.MiFgsm(
              momentum.epsilon().value(),
              momentum.stepSize().value(),
              momentum.steps(),
              momentum.decay());
      case AttackSettings.Cw margin ->
          new Attack.Cw(
              margin.epsilon().value(),
              margin.stepSize().value(),
              margin.steps(),
              margin.restarts(),
              start(margin.start()));
      case AttackSettings.ApgdCe apgd ->
          new Attack.ApgdCe(apgd.epsilon().value(), apgd.steps(), apgd.restarts());
      case AttackSettings.ApgdT apgd ->
          new Attack.ApgdT(apgd.epsilon().value(), apgd.steps(), apgd.restarts(), apgd.targets());
      case AttackSettings.FabT fab ->
          new Attack.FabT(fab.epsilon().value(), fab.steps(), fab.restarts(), fab.targets());
      case AttackSettings.Square square ->
          new Attack.Square(square.epsilon().value(), square.queries(), square.restarts());
      case AttackSettings.AutoAttack ensemble -> new Attack.AutoAttack(ensemble.epsilon().value());
      case AttackSettings.Sequence sequence ->
          new Attack.Sequence(sequence.attacks().stream().map(Protocols::attack).toList());
    };
  }

  private static Start start(io.tamnas.protocol.attack.Start start) {
    return switch (start) {
      case CLEAN -> Start.CLEAN;
      case RANDOM -> Start.RANDOM;
    };
  }
}
