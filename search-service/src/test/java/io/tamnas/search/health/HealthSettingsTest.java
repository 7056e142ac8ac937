package io.tamnas.search.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.tamnas.search.support.Bound;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.bind.BindException;

class HealthSettingsTest {

  @Test
  void hasDefaults() {
    assertThat(Bound.of(HealthSettings.class))
        .isEqualTo(
            new HealthSettings(
                Duration.ofSeconds(2), Duration.ofMinutes(5), Duration.ofMinutes(1)));
  }

  @Test
  void takesWhatIsConfigured() {
    assertThat(
            Bound.of(
                HealthSettings.class,
                "tamnas.health.answer=1s",
                "tamnas.health.stalled=10m",
                "tamnas.health.store=5s"))
        .isEqualTo(
            new HealthSettings(
                Duration.ofSeconds(1), Duration.ofMinutes(10), Duration.ofSeconds(5)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "tamnas.health.answer=0s",
        "tamnas.health.stalled=59s",
        "tamnas.health.store=999ms"
      })
  void refusesWhatCannotWork(String line) {
    assertThatExceptionOfType(BindException.class)
        .isThrownBy(() -> Bound.of(HealthSettings.class, line))
        .havingRootCause()
        .withMessageContaining(line.substring(0, line.indexOf('=')));
  }
}
