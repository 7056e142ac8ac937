package io.tamnas.nsga2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

class ObjectivesTest {

  private static final Objectives SIZE_AND_ACCURACY =
      Objectives.of(Objective.minimize("size"), Objective.maximize("accuracy"));

  @Test
  void turnsValuesIntoCosts() {
    assertThat(SIZE_AND_ACCURACY.costs(List.of(3.0, 0.25))).containsExactly(3.0, -0.25);
  }

  @Test
  void givesNoNegativeZero() {
    for (double cost : SIZE_AND_ACCURACY.costs(List.of(-0.0, 0.0))) {
      assertThat(Double.compare(cost, 0.0)).isZero();
    }
  }

  @Test
  void refusesAnotherNumberOfValues() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SIZE_AND_ACCURACY.costs(List.of(1.0)))
        .withMessageContaining("2 objectives");
  }

  @Test
  void refusesNoObjectives() {
    assertThatIllegalArgumentException().isThrownBy(Objectives::of);
  }

  @Test
  void refusesOneNameTwice() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Objectives.of(Objective.minimize("size"), Objective.maximize("size")))
        .withMessageContaining("size");
  }

  @Test
  void refusesBlankName() {
    assertThatIllegalArgumentException().isThrownBy(() -> Objective.minimize(" "));
  }

  @Test
  void refusesValuesThatAreNoNumbers() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Samples.feasible(7, 1, Double.NaN))
        .withMessageContaining("NaN");
  }

  @Test
  void refusesNegativeViolation() {
    assertThatIllegalArgumentException().isThrownBy(() -> Samples.infeasible(7, -1, 1));
    assertThatIllegalArgumentException().isThrownBy(() -> Samples.infeasible(7, Double.NaN, 1));
  }

  @Test
  void measuresExcessOverLimitAsShare() {
    Limit limit = new Limit("parameters", 1_000);
    assertThat(limit.violation(999)).isZero();
    assertThat(limit.violation(1_000)).isZero();
    assertThat(limit.violation(1_500)).isEqualTo(0.5);
  }

  @Test
  void refusesLimitThatNothingCanKeep() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Limit("parameters", 0))
        .withMessageContaining("parameters");
  }
}
