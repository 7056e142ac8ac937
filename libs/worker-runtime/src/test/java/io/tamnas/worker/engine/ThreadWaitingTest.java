package io.tamnas.worker.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ThreadWaitingTest {

  @Test
  void isPassiveOnlyWhereTheEnvironmentSaysSo() {
    assertThat(ThreadWaiting.isPassive(Map.of("OMP_WAIT_POLICY", "PASSIVE"))).isTrue();
    assertThat(ThreadWaiting.isPassive(Map.of("OMP_WAIT_POLICY", "active"))).isFalse();
    assertThat(ThreadWaiting.isPassive(Map.of())).isFalse();
  }
}
