package io.tamnas.search.reevaluation;

import io.tamnas.protocol.attack.AttackSettings;
import io.tamnas.protocol.attack.AttackSettings.ApgdCe;
import io.tamnas.protocol.attack.AttackSettings.ApgdT;
import io.tamnas.protocol.attack.AttackSettings.AutoAttack;
import io.tamnas.protocol.attack.AttackSettings.Cw;
import io.tamnas.protocol.attack.AttackSettings.FabT;
import io.tamnas.protocol.attack.AttackSettings.Fgsm;
import io.tamnas.protocol.attack.AttackSettings.MiFgsm;
import io.tamnas.protocol.attack.AttackSettings.Pgd;
import io.tamnas.protocol.attack.AttackSettings.Sequence;
import io.tamnas.protocol.attack.AttackSettings.Square;
import io.tamnas.protocol.attack.Budget;
import java.util.List;
import java.util.stream.Stream;

/**
 * Which of two attacks is the stronger one: the one that should leave no image standing that the
 * other breaks. Where nothing of the kind is to be expected, such as between Square and attacks by
 * gradients, neither is.
 *
 * <p>An attack is no weaker than another
 *
 * <ul>
 *   <li>of its own kind that makes no more steps, runs, targets or queries and is otherwise the
 *       same;
 *   <li>APGD-CE: than PGD and MI-FGSM of no more steps and runs;
 *   <li>one of several steps that reach the ball's edge: than FGSM;
 *   <li>AutoAttack: than its four parts, and than FGSM, PGD, MI-FGSM and C&amp;W (Croce, Hein 2020,
 *       arXiv 2003.01690, section 6);
 *   <li>a sequence: than what one of its attacks is no weaker than, and another sequence of such.
 * </ul>
 */
final class AttackStrength {

  private AttackStrength() {}

  /** Whether the first is the stronger one, within the same ε. */
  static boolean isStronger(AttackSettings first, AttackSettings second) {
    return first.epsilon().value() == second.epsilon().value()
        && isNoWeaker(first, second)
        && !isNoWeaker(second, first);
  }

  private static boolean isNoWeaker(AttackSettings first, AttackSettings second) {
    return parts(second)
        .allMatch(weaker -> wholeAndParts(first).anyMatch(attack -> covers(attack, weaker)));
  }

  private static Stream<AttackSettings> wholeAndParts(AttackSettings attack) {
    return switch (attack) {
      case Sequence sequence -> sequence.attacks().stream().flatMap(AttackStrength::wholeAndParts);
      case AutoAttack all -> Stream.concat(Stream.of(all), parts(all));
      case Fgsm _, Pgd _, MiFgsm _, Cw _, ApgdCe _, ApgdT _, FabT _, Square _ -> Stream.of(attack);
    };
  }

  private static Stream<AttackSettings> parts(AttackSettings attack) {
    return switch (attack) {
      case Sequence sequence -> sequence.attacks().stream().flatMap(AttackStrength::parts);
      case AutoAttack all -> standard(all.epsilon()).stream();
      case Fgsm _, Pgd _, MiFgsm _, Cw _, ApgdCe _, ApgdT _, FabT _, Square _ -> Stream.of(attack);
    };
  }

  /** What AutoAttack is made of (Croce, Hein 2020, arXiv 2003.01690, section 5). */
  private static List<AttackSettings> standard(Budget epsilon) {
    return List.of(
        new ApgdCe(epsilon, 100, 1),
        new ApgdT(epsilon, 100, 1, 9),
        new FabT(epsilon, 100, 1, 9),
        new Square(epsilon, 5000, 1));
  }

  private static boolean covers(AttackSettings attack, AttackSettings weaker) {
    return switch (weaker) {
      case Fgsm _ -> attack instanceof Fgsm || reachesTheEdge(attack);
      case Pgd pgd -> covers(attack, pgd);
      case MiFgsm momentum -> covers(attack, momentum);
      case Cw cw -> covers(attack, cw);
      case ApgdCe apgd ->
          attack instanceof ApgdCe own
              && own.steps() >= apgd.steps()
              && own.restarts() >= apgd.restarts();
      case ApgdT apgd ->
          attack instanceof ApgdT own
              && own.steps() >= apgd.steps()
              && own.restarts() >= apgd.restarts()
              && own.targets() >= apgd.targets();
      case FabT fab ->
          attack instanceof FabT own
              && own.steps() >= fab.steps()
              && own.restarts() >= fab.restarts()
              && own.targets() >= fab.targets();
      case Square square ->
          attack instanceof Square own
              && own.queries() >= square.queries()
              && own.restarts() >= square.restarts();
      case AutoAttack _, Sequence _ ->
          throw new IllegalArgumentException(weaker + " is no single attack");
    };
  }

  private static boolean covers(AttackSettings attack, Pgd weaker) {
    return switch (attack) {
      case Pgd own ->
          own.steps() >= weaker.steps()
              && own.restarts() >= weaker.restarts()
              && own.start() == weaker.start()
              && isSame(own.stepSize(), weaker.stepSize());
      case ApgdCe own -> own.steps() >= weaker.steps() && own.restarts() >= weaker.restarts();
      case AutoAttack _ -> true;
      case Fgsm _, MiFgsm _, Cw _, ApgdT _, FabT _, Square _, Sequence _ -> false;
    };
  }

  private static boolean covers(AttackSettings attack, MiFgsm weaker) {
    return switch (attack) {
      case MiFgsm own ->
          own.steps() >= weaker.steps()
              && own.decay() == weaker.decay()
              && isSame(own.stepSize(), weaker.stepSize());
      case ApgdCe own -> own.steps() >= weaker.steps();
      case AutoAttack _ -> true;
      case Fgsm _, Pgd _, Cw _, ApgdT _, FabT _, Square _, Sequence _ -> false;
    };
  }

  private static boolean covers(AttackSettings attack, Cw weaker) {
    return switch (attack) {
      case Cw own ->
          own.steps() >= weaker.steps()
              && own.restarts() >= weaker.restarts()
              && own.start() == weaker.start()
              && isSame(own.stepSize(), weaker.stepSize());
      case AutoAttack _ -> true;
      case Fgsm _, Pgd _, MiFgsm _, ApgdCe _, ApgdT _, FabT _, Square _, Sequence _ -> false;
    };
  }

  private static boolean reachesTheEdge(AttackSettings attack) {
    return switch (attack) {
      case Pgd own -> reachesTheEdge(own.steps(), own.stepSize(), own.epsilon());
      case MiFgsm own -> reachesTheEdge(own.steps(), own.stepSize(), own.epsilon());
      case Cw own -> reachesTheEdge(own.steps(), own.stepSize(), own.epsilon());
      case ApgdCe own -> own.steps() > 1;
      case ApgdT own -> own.steps() > 1;
      case AutoAttack _ -> true;
      case Fgsm _, FabT _, Square _, Sequence _ -> false;
    };
  }

  private static boolean reachesTheEdge(int steps, Budget stepSize, Budget epsilon) {
    return steps > 1 && steps * stepSize.value() >= epsilon.value();
  }

  private static boolean isSame(Budget one, Budget other) {
    return one.value() == other.value();
  }
}
