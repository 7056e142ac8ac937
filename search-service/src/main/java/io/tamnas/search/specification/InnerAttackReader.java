package io.tamnas.search.specification;

import io.tamnas.protocol.attack.Budget;
import io.tamnas.protocol.training.InnerAttack;
import java.util.List;

/** Reads {@code /training/attack}. */
final class InnerAttackReader {

  private enum Method {
    FGSM_RANDOM_START,
    PGD
  }

  private static final Words<Method> METHODS =
      new Words<>(
          List.of(Method.values()),
          method ->
              switch (method) {
                case FGSM_RANDOM_START -> "fgsm-random-start";
                case PGD -> "pgd";
              });

  private final Section section;

  InnerAttackReader(Section section) {
    this.section = section;
  }

  InnerAttack read(Defaults defaults) {
    Method method = section.word("method", METHODS, Method.FGSM_RANDOM_START);
    Budget epsilon = section.budget("epsilon", defaults.epsilon());
    if (!section.findings().trust(section.pointer("method"))) {
      return new InnerAttack.FgsmRandomStart(epsilon, epsilon);
    }
    InnerAttack attack =
        switch (method) {
          case FGSM_RANDOM_START ->
              new InnerAttack.FgsmRandomStart(
                  epsilon, AttackReader.stepSize(section, epsilon, Defaults.FGSM_STEP));
          case PGD ->
              new InnerAttack.Pgd(
                  epsilon,
                  AttackReader.stepSize(section, epsilon, Defaults.PGD_STEP),
                  section.wholeNumber("steps", new Range(1, 100), Defaults.INNER_PGD_STEPS));
        };
    section.finish();
    return attack;
  }
}
