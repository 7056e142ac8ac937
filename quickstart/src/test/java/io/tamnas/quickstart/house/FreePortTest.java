package io.tamnas.quickstart.house;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FreePortTest {

  @Test
  void takesDifferentPortsThatNoConnectionGoesOutFrom() {
    assertThat(FreePort.take(8))
        .hasSize(8)
        .doesNotHaveDuplicates()
        .allSatisfy(port -> assertThat(port).isBetween(20_000, 32_767));
  }
}
