package io.tamnas.search.specification;

import io.tamnas.protocol.attack.AttackSettings;
import io.tamnas.protocol.attack.Budget;
import io.tamnas.protocol.attack.Start;
import java.util.List;

/** Reads {@code /evaluation/attack}. */
final class AttackReader {

  private enum Method {
    FGSM,
    PGD
  }

  private static final Words<Method> METHODS =
      new Words<>(
          List.of(Method.values()),
          method ->
              switch (method) {
                case FGSM -> "fgsm";
                case PGD -> "pgd";
              });

  private final Section section;

  AttackReader(Section section) {
    this.section = section;
  }

  AttackSettings read(Defaults defaults) {
    Method method = section.word("method", METHODS, Method.PGD);
    Budget epsilon = section.budget("epsilon", defaults.epsilon());
    if (!section.findings().trust(section.pointer("method"))) {
      return new AttackSettings.Fgsm(epsilon);
    }
    AttackSettings attack =
        switch (method) {
          case FGSM -> new AttackSettings.Fgsm(epsilon);
          case PGD -> pgd(epsilon);
        };
    section.finish();
    return attack;
  }

  private AttackSettings pgd(Budget epsilon) {
    Budget stepSize = stepSize(section, epsilon, Defaults.PGD_STEP);
    int steps = section.wholeNumber("steps", new Range(1, 1000), Defaults.PGD_STEPS);
    int restarts = section.wholeNumber("restarts", new Range(1, 100), Defaults.PGD_RESTARTS);
    Start start = section.word("start", Words.START, Start.RANDOM);
    if (start == Start.CLEAN && restarts > 1) {
      section
          .findings()
          .add(
              section.pointer("restarts"),
              "must be 1 where \"start\" is \"clean\", because every run would be the same, is "
                  + restarts);
    }
    return new AttackSettings.Pgd(epsilon, stepSize, steps, restarts, start);
  }

  /** The step size; by default a share of ε. One of more than 2ε does the same as one of 2ε. */
  static Budget stepSize(Section section, Budget epsilon, String share) {
    Budget stepSize = section.budget("stepSize", Budgets.times(epsilon, share));
    boolean bothRead =
        section.findings().trust(section.pointer("epsilon"))
            && section.findings().trust(section.pointer("stepSize"));
    if (bothRead && stepSize.value() > 2 * epsilon.value()) {
      section
          .findings()
          .add(
              section.pointer("stepSize"),
              "must be at most 2·epsilon, which crosses the whole ball; is \"%s\" with epsilon \"%s\""
                  .formatted(stepSize, epsilon));
    }
    return stepSize;
  }
}
