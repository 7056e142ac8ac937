package io.tamnas.worker.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class ResidentMemoryTest {
  private static final long LEAST = 1L << 24;

  @Test
  @EnabledOnOs(OS.LINUX)
  void isThatOfAVirtualMachineAtLeast() {
    assertThat(ResidentMemory.now().orElseThrow()).isGreaterThan(LEAST);
  }
}
