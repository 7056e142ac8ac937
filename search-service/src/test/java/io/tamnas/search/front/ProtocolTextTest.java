package io.tamnas.search.front;

import static org.assertj.core.api.Assertions.assertThat;

import io.tamnas.protocol.attack.AttackSettings;
import io.tamnas.protocol.attack.Budget;
import io.tamnas.protocol.attack.Start;
import io.tamnas.protocol.evaluation.EvaluationProtocol;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ProtocolTextTest {
  private static final Budget EPSILON = new Budget("8/255");
  private static final Budget STEP = new Budget("2/255");

  static Stream<Arguments> attacks() {
    var ce = new AttackSettings.ApgdCe(EPSILON, 100, 1);
    var targeted = new AttackSettings.ApgdT(EPSILON, 100, 1, 9);
    return Stream.of(
        Arguments.of(new AttackSettings.Fgsm(EPSILON), "FGSM, ε 8/255"),
        Arguments.of(
            new AttackSettings.Pgd(EPSILON, STEP, 10, 1, Start.RANDOM),
            "PGD-10, ε 8/255, step 2/255, random start, 1 run"),
        Arguments.of(
            new AttackSettings.MiFgsm(EPSILON, STEP, 10, 0.9),
            "MI-FGSM-10, ε 8/255, step 2/255, decay 0.9"),
        Arguments.of(
            new AttackSettings.Cw(EPSILON, STEP, 30, 2, Start.CLEAN),
            "C&W-L∞-30, ε 8/255, step 2/255, from the image itself, 2 runs"),
        Arguments.of(ce, "APGD-CE-100, ε 8/255, 1 run"),
        Arguments.of(targeted, "APGD-T-100, ε 8/255, 1 run at each of 9 targets"),
        Arguments.of(
            new AttackSettings.FabT(EPSILON, 50, 2, 1),
            "FAB-T-50, ε 8/255, 2 runs at each of 1 target"),
        Arguments.of(new AttackSettings.Square(EPSILON, 5000, 1), "Square-5000, ε 8/255, 1 run"),
        Arguments.of(new AttackSettings.AutoAttack(EPSILON), "AutoAttack standard, ε 8/255"),
        Arguments.of(
            new AttackSettings.Sequence(List.of(ce, targeted)),
            "APGD-CE-100 (1 run) + APGD-T-100 (1 run at each of 9 targets), ε 8/255"));
  }

  @ParameterizedTest
  @MethodSource("attacks")
  void namesEveryValueOfAnAttack(AttackSettings attack, String text) {
    assertThat(ProtocolText.of(new EvaluationProtocol(attack, 512, 128, 1024, 128, 32, 7)))
        .isEqualTo(
            text
                + ", 512 validation images, seed 7, statistics from 1024 images in batches of 128,"
                + " batch 128");
  }
}
