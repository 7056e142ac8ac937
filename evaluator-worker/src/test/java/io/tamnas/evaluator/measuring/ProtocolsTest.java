package io.tamnas.evaluator.measuring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tamnas.nets.attack.Attack;
import io.tamnas.nets.measuring.MeasuringProtocol;
import io.tamnas.protocol.attack.AttackSettings;
import io.tamnas.protocol.attack.Budget;
import io.tamnas.protocol.attack.Start;
import io.tamnas.protocol.evaluation.EvaluationProtocol;
import java.util.List;
import java.util.Map;
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
                32,
                9));
  }

  @Test
  void carriesFgsmOver() {
    var fgsm = new AttackSettings.Fgsm(new Budget("4/255"));

    assertThat(Protocols.of(new EvaluationProtocol(fgsm, 512, 64, 1024, 128, 32, 9)).attack())
        .isEqualTo(new Attack.Fgsm(4 / 255.0));
  }

  @Test
  void carriesEveryAttackOver() {
    Budget epsilon = new Budget("8/255");
    Budget step = new Budget("2/255");
    double wide = 8 / 255.0;
    double stride = 2 / 255.0;
    var random = io.tamnas.nets.attack.Start.RANDOM;
    Map<AttackSettings, Attack> attacks =
        Map.of(
            new AttackSettings.MiFgsm(epsilon, step, 10, 0.9),
            new Attack.MiFgsm(wide, stride, 10, 0.9),
            new AttackSettings.Cw(epsilon, step, 30, 2, Start.RANDOM),
            new Attack.Cw(wide, stride, 30, 2, random),
            new AttackSettings.ApgdCe(epsilon, 100, 2),
            new Attack.ApgdCe(wide, 100, 2),
            new AttackSettings.ApgdT(epsilon, 100, 2, 9),
            new Attack.ApgdT(wide, 100, 2, 9),
            new AttackSettings.FabT(epsilon, 100, 2, 9),
            new Attack.FabT(wide, 100, 2, 9),
            new AttackSettings.Square(epsilon, 5000, 2),
            new Attack.Square(wide, 5000, 2),
            new AttackSettings.AutoAttack(epsilon),
            new Attack.AutoAttack(wide),
            new AttackSettings.Sequence(
                List.of(
                    new AttackSettings.Fgsm(epsilon), new AttackSettings.ApgdCe(epsilon, 5, 1))),
            new Attack.Sequence(List.of(new Attack.Fgsm(wide), new Attack.ApgdCe(wide, 5, 1))));

    attacks.forEach(
        (settings, attack) ->
            assertThat(
                    Protocols.of(new EvaluationProtocol(settings, 512, 64, 1024, 128, 32, 9))
                        .attack())
                .isEqualTo(attack));
  }

  @Test
  void refusesValuesOutOfRange() {
    var fgsm = new AttackSettings.Fgsm(new Budget("4/255"));

    assertThatThrownBy(() -> Protocols.of(new EvaluationProtocol(fgsm, 0, 64, 1024, 128, 32, 9)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("images");
  }
}
