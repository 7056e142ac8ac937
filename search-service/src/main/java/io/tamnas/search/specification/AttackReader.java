package io.tamnas.search.specification;

import io.tamnas.protocol.attack.AttackSettings;
import io.tamnas.protocol.attack.Budget;
import io.tamnas.protocol.attack.Start;
import java.util.List;
import java.util.stream.Stream;

/** Reads {@code /evaluation/attack}. */
final class AttackReader {
  private static final Range STEPS = new Range(1, 1000);
  private static final Range RESTARTS = new Range(1, 100);
  private static final Range QUERIES = new Range(1, 1_000_000);
  private static final Range ATTACKS = new Range(1, 10);
  private static final Interval DECAY = Interval.closed(0, 10);
  private static final String LIST =
      "a list of attacks such as {\"method\": \"apgd-ce\"}, {\"method\": \"apgd-t\"}";

  private final Section section;
  private final int classes;

  /**
   * @param classes of the data set
   */
  AttackReader(Section section, int classes) {
    this.section = section;
    this.classes = classes;
  }

  /** The attack; what it does not say of ε is the usual one. */
  AttackSettings read(Budget usual) {
    return read(usual, AttackMethod.PGD);
  }

  /** The attack, by default that one. */
  AttackSettings read(Budget usual, AttackMethod usualMethod) {
    AttackMethod method = section.word("method", AttackMethod.WORDS, usualMethod);
    Budget epsilon = section.budget("epsilon", usual);
    if (!section.trusts("method")) {
      return new AttackSettings.Fgsm(epsilon);
    }
    section.choose(AttackMethod.OWNERS, method.text());
    AttackSettings attack = read(method, epsilon);
    section.finish();
    requireClasses(method);
    return attack;
  }

  private AttackSettings read(AttackMethod method, Budget epsilon) {
    return switch (method) {
      case FGSM -> new AttackSettings.Fgsm(epsilon);
      case PGD -> {
        Start start = start();
        yield new AttackSettings.Pgd(
            epsilon, step(epsilon), steps(Defaults.PGD_STEPS), restarts(start), start);
      }
      case MI_FGSM ->
          new AttackSettings.MiFgsm(
              epsilon,
              stepSize(section, epsilon, Defaults.MOMENTUM_STEP),
              steps(Defaults.PGD_STEPS),
              section.number("decay", DECAY, Defaults.DECAY));
      case CW -> {
        Start start = start();
        yield new AttackSettings.Cw(
            epsilon, step(epsilon), steps(Defaults.PGD_STEPS), restarts(start), start);
      }
      case APGD_CE -> new AttackSettings.ApgdCe(epsilon, steps(Defaults.APGD_STEPS), restarts());
      case APGD_T ->
          new AttackSettings.ApgdT(epsilon, steps(Defaults.APGD_STEPS), restarts(), targets());
      case FAB_T ->
          new AttackSettings.FabT(epsilon, steps(Defaults.APGD_STEPS), restarts(), targets());
      case SQUARE ->
          new AttackSettings.Square(
              epsilon, section.wholeNumber("queries", QUERIES, Defaults.QUERIES), restarts());
      case AUTO_ATTACK -> new AttackSettings.AutoAttack(epsilon);
      case SEQUENCE -> sequence(epsilon);
    };
  }

  private AttackSettings sequence(Budget epsilon) {
    section.required("attacks", LIST);
    List<AttackSettings> attacks =
        section
            .list("attacks", ATTACKS)
            .map(items -> items.stream().map(item -> member(item, epsilon)).toList())
            .orElse(List.of());
    return attacks.isEmpty()
        ? new AttackSettings.Fgsm(epsilon)
        : new AttackSettings.Sequence(attacks);
  }

  private AttackSettings member(Item item, Budget epsilon) {
    Section attack = Section.of(item);
    AttackSettings read = new AttackReader(attack, classes).read(epsilon);
    if (read instanceof AttackSettings.Sequence) {
      attack
          .findings()
          .add(attack.pointer("method"), "must be a single attack: a sequence holds no sequence");
    } else if (read.epsilon().value() != epsilon.value()
        && attack.trusts("epsilon")
        && section.trusts("epsilon")) {
      attack
          .findings()
          .add(
              attack.pointer("epsilon"),
              "must be the sequence's, \"%s\", as it is one for all; is \"%s\""
                  .formatted(epsilon, read.epsilon()));
    }
    return read;
  }

  private Start start() {
    return section.word("start", Words.START, Start.RANDOM);
  }

  private int steps(int usual) {
    return section.wholeNumber("steps", STEPS, usual);
  }

  private int restarts() {
    return section.wholeNumber("restarts", RESTARTS, Defaults.RESTARTS);
  }

  private int restarts(Start start) {
    int restarts = restarts();
    if (start == Start.CLEAN && restarts > 1) {
      section
          .findings()
          .add(
              section.pointer("restarts"),
              "must be 1 where \"start\" is \"clean\", because every run would be the same, is "
                  + restarts);
    }
    return restarts;
  }

  /** At most all classes but an image's own. */
  private int targets() {
    int others = Math.max(1, classes - 1);
    return section.wholeNumber("targets", new Range(1, others), Math.min(Defaults.TARGETS, others));
  }

  private Budget step(Budget epsilon) {
    return stepSize(section, epsilon, Defaults.USUAL_STEP);
  }

  /** The step size; by default a share of ε. One of more than 2ε does the same as one of 2ε. */
  static Budget stepSize(Section section, Budget epsilon, String share) {
    Budget stepSize = section.budget("stepSize", Budgets.times(epsilon, share));
    if (section.trusts("epsilon", "stepSize") && stepSize.value() > 2 * epsilon.value()) {
      section
          .findings()
          .add(
              section.pointer("stepSize"),
              "must be at most 2·epsilon, which crosses the whole ball; is \"%s\" with epsilon \"%s\""
                  .formatted(stepSize, epsilon));
    }
    return stepSize;
  }

  private void requireClasses(AttackMethod method) {
    if (classes >= method.leastClasses()) {
      return;
    }
    List<String> left =
        Stream.of(AttackMethod.values())
            .filter(other -> classes >= other.leastClasses())
            .map(AttackMethod::text)
            .toList();
    section
        .findings()
        .add(
            section.pointer("method"),
            "must be one of %s, is %s, whose loss sets logits of %d classes apart, and the data set has %d"
                .formatted(
                    Shown.list(left), Shown.quoted(method.text()), method.leastClasses(), classes));
  }
}
