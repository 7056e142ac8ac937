package io.tamnas.search.measurement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class AccuracyTest {

  /** Newcombe 1998, table I: 81 of 263 has the interval 0.2553 to 0.3662. */
  @Test
  void hasThePublishedWilsonInterval() {
    Accuracy accuracy = Accuracy.of(81, 263);

    assertThat(accuracy.accuracy()).isCloseTo(0.3080, within(5e-5));
    assertThat(accuracy.interval().getFirst()).isCloseTo(0.2553, within(5e-5));
    assertThat(accuracy.interval().getLast()).isCloseTo(0.3662, within(5e-5));
  }

  @Test
  void staysWithinZeroAndOne() {
    assertThat(Accuracy.of(0, 10).interval().getFirst()).isZero();
    assertThat(Accuracy.of(0, 10).interval().getLast()).isBetween(0.2, 0.4);
    assertThat(Accuracy.of(10, 10).interval().getLast()).isEqualTo(1);
  }
}
