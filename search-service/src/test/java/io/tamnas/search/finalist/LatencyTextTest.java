package io.tamnas.search.finalist;

import static org.assertj.core.api.Assertions.assertThat;

import io.tamnas.search.task.Maker;
import java.util.List;
import org.junit.jupiter.api.Test;

class LatencyTextTest {

  @Test
  void tellsTheRunsThatThereWereAndOnWhatMachine() {
    assertThat(LatencyText.of(200, "a runtime", List.of(new Maker("1", "cpu", "numerics 3"))))
        .isEqualTo(
            "median of 200 single images after 20 warm-ups, 1 thread, a runtime, on a machine of:"
                + " numerics 3");
  }

  @Test
  void leavesTheRowOfATableWhole() {
    assertThat(
            LatencyText.of(
                200,
                "a runtime",
                List.of(new Maker("1", "cpu", "numerics 3"), new Maker("1", "cpu", "numerics 4"))))
        .endsWith(", on a machine of: numerics 3; numerics 4")
        .doesNotContain("|");
  }

  @Test
  void tellsTheKindOfMachineWhereTheExportHasToldIt() {
    assertThat(LatencyText.of(500, "a runtime", "a processor; 1 thread"))
        .isEqualTo(
            "median of 500 single images after 50 warm-ups, 1 thread, a runtime, on: a processor;"
                + " 1 thread");
  }

  @Test
  void tellsOneWarmUpAtLeast() {
    assertThat(LatencyText.of(5, "a runtime", List.of()))
        .isEqualTo("median of 5 single images after 1 warm-ups, 1 thread, a runtime");
  }
}
