package io.tamnas.search.specification;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.tamnas.protocol.attack.AttackSettings;
import io.tamnas.protocol.attack.Budget;
import io.tamnas.protocol.attack.Start;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class AttackReaderTest {
  private static final Budget EPSILON = new Budget("8/255");

  private final Findings findings = new Findings();

  static Stream<Arguments> written() {
    Budget quarter = new Budget("2/255");
    return Stream.of(
        Arguments.of("{'method':'fgsm'}", new AttackSettings.Fgsm(EPSILON)),
        Arguments.of("{}", new AttackSettings.Pgd(EPSILON, quarter, 10, 1, Start.RANDOM)),
        Arguments.of(
            "{'method':'mi-fgsm'}",
            new AttackSettings.MiFgsm(EPSILON, new Budget("0.8/255"), 10, 1)),
        Arguments.of(
            "{'method':'mi-fgsm','stepSize':'1/255','steps':5,'decay':0.9}",
            new AttackSettings.MiFgsm(EPSILON, new Budget("1/255"), 5, 0.9)),
        Arguments.of(
            "{'method':'cw','steps':30,'restarts':2}",
            new AttackSettings.Cw(EPSILON, quarter, 30, 2, Start.RANDOM)),
        Arguments.of("{'method':'apgd-ce'}", new AttackSettings.ApgdCe(EPSILON, 100, 1)),
        Arguments.of(
            "{'method':'apgd-ce','steps':20,'restarts':3}",
            new AttackSettings.ApgdCe(EPSILON, 20, 3)),
        Arguments.of("{'method':'apgd-t'}", new AttackSettings.ApgdT(EPSILON, 100, 1, 9)),
        Arguments.of(
            "{'method':'fab-t','targets':3,'epsilon':'4/255'}",
            new AttackSettings.FabT(new Budget("4/255"), 100, 1, 3)),
        Arguments.of("{'method':'square'}", new AttackSettings.Square(EPSILON, 5000, 1)),
        Arguments.of("{'method':'autoattack'}", new AttackSettings.AutoAttack(EPSILON)),
        Arguments.of(
            "{'method':'sequence','attacks':[{'method':'apgd-ce'},{'method':'apgd-t'}]}",
            new AttackSettings.Sequence(
                List.of(
                    new AttackSettings.ApgdCe(EPSILON, 100, 1),
                    new AttackSettings.ApgdT(EPSILON, 100, 1, 9)))));
  }

  @ParameterizedTest
  @MethodSource("written")
  void readsEveryAttack(String written, AttackSettings expected) {
    assertThat(read(written, 10)).isEqualTo(expected);
    findings.throwIfAny();
  }

  @ParameterizedTest
  @ValueSource(strings = {"apgd-t", "autoattack"})
  void refusesWhatComparesFourLogitsOfFewerClassesAndNamesWhatRemains(String method) {
    read("{'method':'%s'}".formatted(method), 3);
    assertThat(findings().getFirst().pointer()).isEqualTo("/evaluation/attack/method");
    assertThat(findings().getFirst().detail())
        .contains("the data set has 3", "4 classes", "\"apgd-ce\"", "\"fab-t\"", "\"square\"");
  }

  @Test
  void refusesThemInSequencesToo() {
    read("{'method':'sequence','attacks':[{'method':'fab-t'},{'method':'apgd-t'}]}", 3);
    assertThat(findings())
        .extracting(Violation::pointer)
        .containsExactly("/evaluation/attack/attacks/1/method");
  }

  @Test
  void aimsAtNoMoreClassesThanThereAre() {
    assertThat(read("{'method':'fab-t'}", 3))
        .isEqualTo(new AttackSettings.FabT(EPSILON, 100, 1, 2));
    assertThat(read("{'method':'apgd-t'}", 4))
        .isEqualTo(new AttackSettings.ApgdT(EPSILON, 100, 1, 3));
    findings.throwIfAny();
  }

  private List<Violation> findings() {
    try {
      findings.throwIfAny();
      return List.of();
    } catch (InvalidSpecification invalid) {
      return invalid.violations();
    }
  }

  private AttackSettings read(String written, int classes) {
    var node = SpecificationParser.parse(written.replace('\'', '"').getBytes(UTF_8));
    Section section = Section.of(new Item(node, "/evaluation/attack", findings));
    return new AttackReader(section, classes).read(EPSILON);
  }
}
