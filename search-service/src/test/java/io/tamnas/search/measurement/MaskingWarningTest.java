package io.tamnas.search.measurement;

import static org.assertj.core.api.Assertions.assertThat;

import io.tamnas.protocol.attack.AttackSettings;
import io.tamnas.protocol.attack.Budget;
import io.tamnas.protocol.evaluation.MaskingSign;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class MaskingWarningTest {
  private static final Budget EPSILON = new Budget("8/255");

  @ParameterizedTest
  @EnumSource
  void advisesAutoattackWhereItHasNotMeasured(MaskingSign sign) {
    assertThat(MaskingWarning.of(sign, new AttackSettings.Fgsm(EPSILON), 4).text())
        .endsWith("; measure again with autoattack before you trust the adversarial accuracy");
    assertThat(MaskingWarning.of(sign, new AttackSettings.AutoAttack(EPSILON), 10).text())
        .doesNotContain("autoattack")
        .endsWith("; take the adversarial accuracy for an upper bound");
  }

  /** Autoattack would be refused. */
  @ParameterizedTest
  @ValueSource(ints = {2, 3})
  void advisesWhatIsDefinedForFewClasses(int classes) {
    assertThat(warning(new AttackSettings.Fgsm(EPSILON), classes))
        .endsWith(
            "; measure again with a sequence of apgd-ce, fab-t and square before you trust the"
                + " adversarial accuracy");
    assertThat(
            warning(
                new AttackSettings.Sequence(
                    List.of(
                        new AttackSettings.ApgdCe(EPSILON, 100, 1),
                        new AttackSettings.FabT(EPSILON, 100, 1, 1),
                        new AttackSettings.Square(EPSILON, 5000, 1))),
                classes))
        .endsWith("; take the adversarial accuracy for an upper bound");
  }

  private static String warning(AttackSettings attack, int classes) {
    return MaskingWarning.of(MaskingSign.ZERO_GRADIENTS, attack, classes).text();
  }
}
