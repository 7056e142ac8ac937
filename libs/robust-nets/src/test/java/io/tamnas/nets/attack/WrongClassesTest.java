package io.tamnas.nets.attack;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WrongClassesTest {

  @Test
  void ranksTheOthersByTheirLogits() {
    WrongClasses wrong = WrongClasses.of(new float[] {5, 1, 3, 1, 2, 7, 4, 0}, new int[] {0, 1});

    assertThat(wrong.count()).isEqualTo(3);
    assertThat(wrong.of(0)).containsExactly(2, 2);
    assertThat(wrong.of(1)).containsExactly(1, 0);
    assertThat(wrong.of(2)).containsExactly(3, 3);
  }
}
