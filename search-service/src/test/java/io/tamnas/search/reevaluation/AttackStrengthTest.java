package io.tamnas.search.reevaluation;

import static org.assertj.core.api.Assertions.assertThat;

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
import io.tamnas.protocol.attack.Start;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class AttackStrengthTest {

  private static final Budget EPSILON = new Budget("8/255");
  private static final Budget STEP = new Budget("2/255");
  private static final AttackSettings FGSM = new Fgsm(EPSILON);
  private static final AttackSettings PGD = pgd(10, 1);
  private static final AttackSettings APGD = new ApgdCe(EPSILON, 100, 1);
  private static final AttackSettings TARGETED = new ApgdT(EPSILON, 100, 1, 9);
  private static final AttackSettings FAB = new FabT(EPSILON, 100, 1, 9);
  private static final AttackSettings SQUARE = new Square(EPSILON, 5000, 1);
  private static final AttackSettings MOMENTUM = new MiFgsm(EPSILON, STEP, 10, 1);
  private static final AttackSettings MARGIN = new Cw(EPSILON, STEP, 10, 1, Start.RANDOM);
  private static final AttackSettings AUTO = new AutoAttack(EPSILON);

  static Stream<Arguments> strongerAndWeaker() {
    return Stream.of(
        Arguments.of(PGD, FGSM),
        Arguments.of(MOMENTUM, FGSM),
        Arguments.of(MARGIN, FGSM),
        Arguments.of(pgd(20, 1), PGD),
        Arguments.of(pgd(10, 5), PGD),
        Arguments.of(APGD, PGD),
        Arguments.of(APGD, MOMENTUM),
        Arguments.of(APGD, FGSM),
        Arguments.of(TARGETED, FGSM),
        Arguments.of(new ApgdCe(EPSILON, 100, 5), APGD),
        Arguments.of(TARGETED, new ApgdT(EPSILON, 100, 1, 4)),
        Arguments.of(FAB, new FabT(EPSILON, 50, 1, 9)),
        Arguments.of(new Square(EPSILON, 9000, 1), SQUARE),
        Arguments.of(AUTO, pgd(1000, 100)),
        Arguments.of(AUTO, MARGIN),
        Arguments.of(AUTO, APGD),
        Arguments.of(AUTO, TARGETED),
        Arguments.of(AUTO, FAB),
        Arguments.of(AUTO, SQUARE),
        Arguments.of(new Sequence(List.of(APGD, SQUARE)), SQUARE),
        Arguments.of(new Sequence(List.of(APGD, SQUARE)), PGD),
        Arguments.of(new Sequence(List.of(APGD, TARGETED)), new Sequence(List.of(PGD, APGD))),
        Arguments.of(AUTO, new Sequence(List.of(APGD, SQUARE, PGD))));
  }

  @ParameterizedTest(name = "{0} over {1}")
  @MethodSource("strongerAndWeaker")
  void tellsTheStrongerOne(AttackSettings stronger, AttackSettings weaker) {
    assertThat(AttackStrength.isStronger(stronger, weaker)).isTrue();
    assertThat(AttackStrength.isStronger(weaker, stronger)).isFalse();
  }

  static Stream<Arguments> incomparable() {
    return Stream.of(
        Arguments.of(PGD, PGD),
        Arguments.of(SQUARE, PGD),
        Arguments.of(MARGIN, PGD),
        Arguments.of(TARGETED, APGD),
        Arguments.of(FAB, FGSM),
        Arguments.of(pgd(20, 1), pgd(10, 5)),
        Arguments.of(new Pgd(EPSILON, STEP, 20, 1, Start.CLEAN), PGD),
        Arguments.of(new Pgd(EPSILON, new Budget("1/255"), 20, 1, Start.RANDOM), PGD),
        Arguments.of(pgd(3, 1), FGSM),
        Arguments.of(AUTO, new ApgdCe(EPSILON, 100, 5)),
        Arguments.of(AUTO, new Sequence(List.of(APGD, TARGETED, FAB, SQUARE))),
        Arguments.of(new Sequence(List.of(APGD)), APGD));
  }

  @ParameterizedTest(name = "{0} and {1}")
  @MethodSource("incomparable")
  void tellsNoneWhereNothingIsToBeExpected(AttackSettings one, AttackSettings other) {
    assertThat(AttackStrength.isStronger(one, other)).isFalse();
    assertThat(AttackStrength.isStronger(other, one)).isFalse();
  }

  @Test
  void comparesWithinOneEpsilonAlone() {
    assertThat(AttackStrength.isStronger(new AutoAttack(new Budget("4/255")), PGD)).isFalse();
    assertThat(AttackStrength.isStronger(new AutoAttack(new Budget("16/510")), PGD)).isTrue();
  }

  private static AttackSettings pgd(int steps, int restarts) {
    return new Pgd(EPSILON, STEP, steps, restarts, Start.RANDOM);
  }
}
