package io.tamnas.nets.training;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class LossLimitTest {

  @Test
  void letsAHundredTimesTheLossOfGuessingPassAndNoMore() {
    LossLimit limit = LossLimit.of(new Loss.CrossEntropy(0), 10);

    assertThatCode(() -> limit.check(3, 230)).doesNotThrowAnyException();
    assertThatThrownBy(() -> limit.check(3, 231))
        .isInstanceOf(DivergedException.class)
        .hasMessageContaining("diverged in step 4: the loss of 231 is beyond 230");
  }

  @Test
  void growsWithTheWeightOfASecondTerm() {
    LossLimit limit = LossLimit.of(new Loss.Trades(6, 0), 10);

    assertThatCode(() -> limit.check(3, 1600)).doesNotThrowAnyException();
    assertThatThrownBy(() -> limit.check(3, 1620)).isInstanceOf(DivergedException.class);
  }

  @Test
  void refusesWhatIsNoNumber() {
    LossLimit limit = LossLimit.of(new Loss.Mart(5, 0), 10);

    assertThatThrownBy(() -> limit.check(0, Double.NaN)).hasMessageContaining("not finite");
    assertThatThrownBy(() -> limit.check(0, Double.POSITIVE_INFINITY))
        .hasMessageContaining("not finite");
  }
}
