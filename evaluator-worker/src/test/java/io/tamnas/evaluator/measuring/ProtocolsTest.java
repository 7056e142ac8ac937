package io.tamnas.evaluator.measuring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tamnas.nets.attack.Attack;
import io.tamnas.nets.measuring.MeasuringProtocol;
import io.tamnas.protocol.attack.AttackSettings;
import io.tamnas.protocol.attack.Budget;
import io.tamnas.protocol.attack.Start;
import io.tamnas.protocol.evaluation.EvaluationProtocol;
import org.junit.jupiter.api.Test;

class ProtocolsTest {

  @Test
  void carriesEverySettingOver() {
    var pgd = new AttackSettings.Pgd(new Budget("8/255"), new Budget("2/255"), 10, 3, Start.CLEAN);

    assertThat(Protocols.of(new EvaluationProtocol(pgd, 512, 64, 1024, 128, 32, 9)))
        .isEqualTo(
            new MeasuringProtocol(
                new Attack.Pgd(8 / 255.0, 2 / 255.0, 10, 3, io.tamnas.nets.attack.Start.CLEAN),
                512,
                64,
                1024,
                128,
                9));
  }

  @Test
  void carriesFgsmOver() {
    var fgsm = new AttackSettings.Fgsm(new Budget("4/255"));

    assertThat(Protocols.of(new EvaluationProtocol(fgsm, 512, 64, 1024, 128, 32, 9)).attack())
        .isEqualTo(new Attack.Fgsm(4 / 255.0));
  }

  @Test
  void carriesFabAndSquareOver() {
    var epsilon = new Budget("4/255");
    assertThat(attack(new AttackSettings.FabT(epsilon, 100, 2, 9)))
        .isEqualTo(new Attack.FabT(4 / 255.0, 100, 2, 9));
    assertThat(attack(new AttackSettings.Square(epsilon, 5000, 3)))
        .isEqualTo(new Attack.Square(4 / 255.0, 5000, 3));
  }

  private static Attack attack(AttackSettings attack) {
    return Protocols.of(new EvaluationProtocol(attack, 512, 64, 1024, 128, 32, 9)).attack();
  }

  @Test
  void refusesValuesOutOfRange() {
    var fgsm = new AttackSettings.Fgsm(new Budget("4/255"));

    assertThatThrownBy(() -> Protocols.of(new EvaluationProtocol(fgsm, 0, 64, 1024, 128, 32, 9)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("images");
  }
}
