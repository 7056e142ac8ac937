package io.tamnas.search.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.tamnas.search.support.Bound;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.bind.BindException;

class WorkerSettingsTest {

  @Test
  void hasDefaults() {
    assertThat(Bound.of(WorkerSettings.class))
        .isEqualTo(new WorkerSettings(Duration.ofSeconds(60), Duration.ofSeconds(10)));
  }

  @Test
  void isMapped() {
    assertThat(Bound.of(WorkerSettings.class, "tamnas.lease=9s", "tamnas.heartbeat=3s"))
        .isEqualTo(new WorkerSettings(Duration.ofSeconds(9), Duration.ofSeconds(3)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"tamnas.lease=15s", "tamnas.heartbeat=1ms"})
  void refusesWhatCannotWork(String property) {
    assertThatExceptionOfType(BindException.class)
        .isThrownBy(() -> Bound.of(WorkerSettings.class, property))
        .havingRootCause()
        .withMessageContaining(property.substring(0, property.indexOf('=')));
  }
}
