package io.tamnas.search.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.tamnas.search.support.Bound;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.bind.BindException;

class DispatchSettingsTest {

  @Test
  void hasDefaults() {
    assertThat(Bound.of(DispatchSettings.class))
        .isEqualTo(
            new DispatchSettings(
                Duration.ofSeconds(1),
                Duration.ofSeconds(5),
                Duration.ofSeconds(2),
                Duration.ofSeconds(10),
                Duration.ofSeconds(5)));
  }

  @Test
  void isMapped() {
    assertThat(
            Bound.of(
                DispatchSettings.class,
                "tamnas.dispatch.tick=2s",
                "tamnas.dispatch.sweep=3s",
                "tamnas.dispatch.connect-timeout=4s",
                "tamnas.dispatch.timeout=6s",
                "tamnas.dispatch.pause=7s"))
        .isEqualTo(
            new DispatchSettings(
                Duration.ofSeconds(2),
                Duration.ofSeconds(3),
                Duration.ofSeconds(4),
                Duration.ofSeconds(6),
                Duration.ofSeconds(7)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "tamnas.dispatch.tick=0s",
        "tamnas.dispatch.sweep=0s",
        "tamnas.dispatch.connect-timeout=0s",
        "tamnas.dispatch.timeout=0s",
        "tamnas.dispatch.pause=-1s"
      })
  void refusesWhatCannotWork(String property) {
    assertThatExceptionOfType(BindException.class)
        .isThrownBy(() -> Bound.of(DispatchSettings.class, property))
        .havingRootCause()
        .withMessageContaining(property.substring(0, property.indexOf('=')));
  }
}
