package io.tamnas.search.reevaluation;

import static org.assertj.core.api.Assertions.assertThat;

import io.tamnas.protocol.attack.AttackSettings;
import io.tamnas.protocol.attack.Budget;
import io.tamnas.protocol.attack.Start;
import io.tamnas.protocol.evaluation.EvaluationProtocol;
import io.tamnas.search.measurement.Measurement;
import io.tamnas.search.reevaluation.InversionWarning.Measured;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class InversionWarningTest {

  private static final Budget EPSILON = new Budget("8/255");
  private static final AttackSettings WEAK =
      new AttackSettings.Pgd(EPSILON, new Budget("2/255"), 10, 1, Start.RANDOM);
  private static final AttackSettings STRONG = new AttackSettings.AutoAttack(EPSILON);
  private static final Measured FIRST = measured(protocol(WEAK, 256, 128, 1), 100, "test");

  @Test
  void marksAStrongerAttackThatLeavesMoreStanding() {
    Optional<InversionWarning> warning =
        InversionWarning.of(FIRST, measured(protocol(STRONG, 256, 128, 1), 103, "test"));

    assertThat(warning).isPresent();
    assertThat(warning.orElseThrow().images()).isEqualTo(3);
    assertThat(warning.orElseThrow().text())
        .contains("(AutoAttack standard", "left 3 more", "(PGD-10", "upper bound")
        .doesNotContain("differ");
  }

  @Test
  void marksAWeakerOneThatComesSecondAndLeavesFewer() {
    Optional<InversionWarning> warning =
        InversionWarning.of(measured(protocol(STRONG, 256, 128, 1), 103, "test"), FIRST);

    assertThat(warning.map(InversionWarning::images)).contains(3);
  }

  @Test
  void namesWhatElseDiffers() {
    Optional<InversionWarning> warning =
        InversionWarning.of(FIRST, measured(protocol(STRONG, 256, 128, 2), 103, "another"));

    assertThat(warning.orElseThrow().text())
        .contains("they also differ in seed and numeric environment, which moves a few images");
  }

  @Test
  void marksNothingWhereTheOrderIsAsItShouldBe() {
    assertThat(InversionWarning.of(FIRST, measured(protocol(STRONG, 256, 128, 1), 100, "test")))
        .isEmpty();
    assertThat(InversionWarning.of(FIRST, measured(protocol(STRONG, 256, 128, 1), 90, "test")))
        .isEmpty();
  }

  @Test
  void comparesOnTheSameImagesAndNetworkAlone() {
    assertThat(InversionWarning.of(FIRST, measured(protocol(STRONG, 300, 128, 1), 200, "test")))
        .as("more images")
        .isEmpty();
    assertThat(InversionWarning.of(FIRST, measured(protocol(STRONG, 256, 64, 1), 200, "test")))
        .as("other statistics")
        .isEmpty();
  }

  private static Measured measured(EvaluationProtocol protocol, int robust, String environment) {
    return new Measured(
        protocol, new Measurement(1, protocol.images(), 220, robust, List.of(), environment));
  }

  private static EvaluationProtocol protocol(
      AttackSettings attack, int images, int recalibration, long seed) {
    return new EvaluationProtocol(attack, images, 128, recalibration, 64, 0, seed);
  }
}
