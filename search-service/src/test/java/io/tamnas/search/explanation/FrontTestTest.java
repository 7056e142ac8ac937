package io.tamnas.search.explanation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class FrontTestTest {

  /**
   * Fisher's lady tasting tea: 3 of her 4 cups right, of 8 with 4 poured milk first. Of the 70
   * ways, 16 give three, 1 gives four, and as many none or one: (16 + 1 + 1 + 16) / 70.
   */
  @Test
  void doesNotBelieveTheLadyWithThreeRight() {
    assertThat(FrontTest.p(Share.of(3, 4), Share.of(4, 8))).isCloseTo(34 / 70.0, within(1e-12));
  }

  @Test
  void believesTheLadyWithFourRight() {
    assertThat(FrontTest.p(Share.of(4, 4), Share.of(4, 8))).isCloseTo(2 / 70.0, within(1e-12));
  }

  /**
   * 2 of 4 on the front and 2 of 12 in all. Of C(12, 4) = 495 fronts C(10, 2) = 45 have both, 2 ·
   * C(10, 3) = 240 have one, C(10, 4) = 210 have none: only 45 are as unlikely.
   */
  @Test
  void countsOnlyWhatIsAsUnlikely() {
    assertThat(FrontTest.p(Share.of(2, 4), Share.of(2, 12))).isCloseTo(45 / 495.0, within(1e-12));
  }

  @Test
  void needsFourOnTheFrontAndFourBesideIt() {
    assertThat(FrontTest.hasEnough(4, 8)).isTrue();
    assertThat(FrontTest.hasEnough(3, 8)).isFalse();
    assertThat(FrontTest.hasEnough(5, 8)).isFalse();
  }

  @Test
  void cannotTestWhatAllOrNoneHave() {
    assertThat(FrontTest.canTest(Share.of(4, 4), Share.of(8, 8))).isFalse();
    assertThat(FrontTest.canTest(Share.of(0, 4), Share.of(0, 8))).isFalse();
    assertThat(FrontTest.canTest(Share.of(0, 4), Share.of(1, 8))).isTrue();
  }
}
