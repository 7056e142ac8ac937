package io.tamnas.search.specification;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The words for what measures robustness. */
public enum AttackMethod {
  FGSM("fgsm"),
  PGD("pgd"),
  MI_FGSM("mi-fgsm"),
  CW("cw"),
  APGD_CE("apgd-ce"),
  APGD_T("apgd-t"),
  FAB_T("fab-t"),
  SQUARE("square"),
  AUTO_ATTACK("autoattack"),
  SEQUENCE("sequence");

  static final Words<AttackMethod> WORDS = new Words<>(Arrays.asList(values()), AttackMethod::text);

  static final Owners OWNERS =
      new Owners(
          "method",
          Map.of(
              "stepSize", texts(PGD, MI_FGSM, CW),
              "steps", texts(PGD, MI_FGSM, CW, APGD_CE, APGD_T, FAB_T),
              "restarts", texts(PGD, CW, APGD_CE, APGD_T, FAB_T, SQUARE),
              "start", texts(PGD, CW),
              "decay", texts(MI_FGSM),
              "targets", texts(APGD_T, FAB_T),
              "queries", texts(SQUARE),
              "attacks", texts(SEQUENCE)));

  private final String text;

  AttackMethod(String text) {
    this.text = text;
  }

  public String text() {
    return text;
  }

  /**
   * The fewest classes that it is defined for: the targeted difference of logits ratio sets two of
   * four logits apart (Croce, Hein 2020, arXiv 2003.01690, equation 7).
   */
  public int leastClasses() {
    return switch (this) {
      case APGD_T, AUTO_ATTACK -> 4;
      case FGSM, PGD, MI_FGSM, CW, APGD_CE, FAB_T, SQUARE, SEQUENCE -> 2;
    };
  }

  /** What measures by default where no attack is too strong. */
  static AttackMethod strongest(int classes) {
    return classes >= AUTO_ATTACK.leastClasses() ? AUTO_ATTACK : APGD_CE;
  }

  private static List<String> texts(AttackMethod... methods) {
    return Stream.of(methods).map(AttackMethod::text).toList();
  }
}
