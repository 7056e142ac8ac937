package io.tamnas.search.explanation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class BenjaminiHochbergTest {

  /** The example of the paper (section 4): at 0.05 the four smallest of fifteen are found. */
  @Test
  void findsWhatThePaperFinds() {
    double[] adjusted =
        BenjaminiHochberg.adjusted(
            List.of(
                0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.3240,
                0.4262, 0.5719, 0.6528, 0.7590, 1.0));

    assertThat(Arrays.stream(adjusted).filter(p -> p <= 0.05).count()).isEqualTo(4);
    assertThat(adjusted[3]).isCloseTo(0.0095 * 15 / 4, within(1e-15));
    assertThat(adjusted[4]).isCloseTo(0.0201 * 15 / 5, within(1e-15));
  }

  /**
   * In rising order 0.01, 0.02, 0.021, 0.9 times 4/1, 4/2, 4/3, 4/4: 0.04, 0.04, 0.028, 0.9; each
   * at most the next: 0.028, 0.028, 0.028, 0.9.
   */
  @Test
  void takesTheLeastOfAllLargerOnesInTheGivenOrder() {
    assertThat(BenjaminiHochberg.adjusted(List.of(0.9, 0.02, 0.01, 0.021)))
        .containsExactly(new double[] {0.9, 0.028, 0.028, 0.028}, within(1e-15));
  }

  @Test
  void isNeverAboveOneAndLeavesASingleOneAlone() {
    assertThat(BenjaminiHochberg.adjusted(List.of(1.0, 1.0))).containsExactly(1, 1);
    assertThat(BenjaminiHochberg.adjusted(List.of(0.03))).containsExactly(0.03);
    assertThat(BenjaminiHochberg.adjusted(List.of())).isEmpty();
  }
}
