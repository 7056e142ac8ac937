package io.tamnas.search.specification;

import io.tamnas.protocol.attack.Budget;
import io.tamnas.protocol.training.InnerAttack;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;

/** Reads {@code /training/attack}. */
final class InnerAttackReader {
  private static final Range STEPS = new Range(1, 100);
  private static final Range INTERVAL = new Range(0, 1_000_000);

  /** The words for what crafts training images. */
  enum Method {
    FGSM_RANDOM_START("fgsm-random-start"),
    PGD("pgd"),
    FREE("free"),
    YOPO("yopo");

    static final Words<Method> WORDS = new Words<>(Arrays.asList(values()), method -> method.text);

    private final String text;

    Method(String text) {
      this.text = text;
    }
  }

  private static final Owners OWNERS =
      new Owners(
          "method",
          Map.of(
              "steps", List.of(Method.PGD.text),
              "guardInterval", List.of(Method.FGSM_RANDOM_START.text),
              "replays", List.of(Method.FREE.text),
              "outer", List.of(Method.YOPO.text),
              "inner", List.of(Method.YOPO.text)));

  private final Section section;
  private int pgdSteps = Defaults.INNER_PGD_STEPS;
  private IntFunction<String> pgdStep = steps -> Defaults.USUAL_STEP;

  InnerAttackReader(Section section) {
    this.section = section;
  }

  InnerAttack read(Defaults defaults) {
    return read(defaults, Method.FGSM_RANDOM_START);
  }

  /** By default PGD of so many steps, of which few reach farther each. */
  InnerAttack readOfFinalist(Defaults defaults) {
    pgdSteps = defaults.finalists().pgdSteps();
    pgdStep = InnerAttackReader::reaching;
    return read(defaults, Method.PGD);
  }

  /** One and a half times the radius in all, or a quarter of it each. */
  private static String reaching(int steps) {
    return switch (steps) {
      case 1 -> Defaults.FGSM_STEP;
      case 2 -> "0.75";
      case 3 -> "0.5";
      case 4 -> "0.375";
      case 5 -> "0.3";
      default -> Defaults.USUAL_STEP;
    };
  }

  private InnerAttack read(Defaults defaults, Method usual) {
    Method method = section.word("method", Method.WORDS, usual);
    Budget epsilon = section.budget("epsilon", defaults.epsilon());
    if (!section.trusts("method")) {
      return new InnerAttack.FgsmRandomStart(epsilon, epsilon, 0);
    }
    section.choose(OWNERS, method.text);
    InnerAttack attack = read(method, epsilon);
    section.finish();
    return attack;
  }

  private InnerAttack read(Method method, Budget epsilon) {
    return switch (method) {
      case FGSM_RANDOM_START ->
          new InnerAttack.FgsmRandomStart(
              epsilon,
              stepSize(epsilon, Defaults.FGSM_STEP),
              section.wholeNumber("guardInterval", INTERVAL, 0));
      case PGD -> {
        int steps = section.wholeNumber("steps", STEPS, pgdSteps);
        yield new InnerAttack.Pgd(epsilon, stepSize(epsilon, pgdStep.apply(steps)), steps);
      }
      case FREE ->
          new InnerAttack.Free(
              epsilon,
              stepSize(epsilon, Defaults.FREE_STEP),
              section.wholeNumber("replays", STEPS, Defaults.REPLAYS));
      case YOPO ->
          new InnerAttack.Yopo(
              epsilon,
              stepSize(epsilon, Defaults.USUAL_STEP),
              section.wholeNumber("outer", STEPS, Defaults.YOPO_OUTER),
              section.wholeNumber("inner", STEPS, Defaults.YOPO_INNER));
    };
  }

  private Budget stepSize(Budget epsilon, String share) {
    return AttackReader.stepSize(section, epsilon, share);
  }
}
