package io.tamnas.search.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class AxisTest {

  @Test
  void placesItsEndsAtItsPixels() {
    Axis axis = new Axis(0, 50, 100, 20);

    assertThat(axis.at(0)).isEqualTo(100);
    assertThat(axis.at(50)).isEqualTo(20);
    assertThat(axis.at(25)).isEqualTo(60);
  }

  @Test
  void marksRoundNumbers() {
    assertThat(new Axis(0, 1, 0, 100).ticks()).hasSize(6).first().isEqualTo(0.0);
    assertThat(new Axis(0, 23_000, 0, 100).ticks())
        .containsExactly(0.0, 5000.0, 10_000.0, 15_000.0, 20_000.0);
  }

  @Test
  void hasRoomForNothingAndForASingleValue() {
    assertThat(Axis.over(List.of(), 0, 100).ticks()).isNotEmpty();
    assertThat(Axis.over(List.of(0.0), 0, 100).at(0)).isZero();
    assertThat(Axis.over(List.of(7.0), 0, 100).at(7)).isBetween(90, 100);
  }
}
