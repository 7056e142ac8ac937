package io.tamnas.search.measurement;

import static org.assertj.core.api.Assertions.assertThat;

import io.tamnas.protocol.attack.AttackSettings;
import io.tamnas.protocol.attack.Budget;
import io.tamnas.protocol.evaluation.MaskingSign;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MaskingWarningTest {
  private static final Budget EPSILON = new Budget("8/255");

  @ParameterizedTest
  @EnumSource
  void advisesAutoattackWhereItHasNotMeasured(MaskingSign sign) {
    assertThat(MaskingWarning.of(sign, new AttackSettings.Fgsm(EPSILON)).text())
        .endsWith("; measure again with autoattack before you trust the adversarial accuracy");
    assertThat(MaskingWarning.of(sign, new AttackSettings.AutoAttack(EPSILON)).text())
        .doesNotContain("autoattack")
        .endsWith("; take the adversarial accuracy for an upper bound");
  }
}
