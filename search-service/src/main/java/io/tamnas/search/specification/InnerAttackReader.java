package io.tamnas.search.specification;

import io.tamnas.protocol.attack.Budget;
import io.tamnas.protocol.training.InnerAttack;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

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

  InnerAttackReader(Section section) {
    this.section = section;
  }

  InnerAttack read(Defaults defaults) {
    return read(defaults, Method.FGSM_RANDOM_START);
  }

  /** By default with that method. */
  InnerAttack read(Defaults defaults, Method usual) {
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
      case PGD ->
          new InnerAttack.Pgd(
              epsilon,
              stepSize(epsilon, Defaults.USUAL_STEP),
              section.wholeNumber("steps", STEPS, Defaults.INNER_PGD_STEPS));
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
