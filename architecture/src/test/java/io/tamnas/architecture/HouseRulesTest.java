package io.tamnas.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.tamnas.architecture.fixture.one.KnowsOther;
import io.tamnas.architecture.fixture.other.KnowsOne;
import io.tamnas.architecture.fixture.util.Anything;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class HouseRulesTest {

  private static final JavaClasses OFFENDERS =
      new ClassFileImporter().importClasses(KnowsOther.class, KnowsOne.class, Anything.class);

  @ParameterizedTest
  @EnumSource
  void holdsEverywhere(HouseRule rule) {
    rule.rule().check(House.CLASSES);
  }

  @ParameterizedTest
  @EnumSource
  void isSeenToFail(HouseRule rule) {
    assertThat(rule.rule().evaluate(OFFENDERS).hasViolation()).isTrue();
  }
}
