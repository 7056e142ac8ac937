package io.tamnas.search.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.tamnas.search.support.Bound;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.bind.BindException;

class RetentionSettingsTest {

  @Test
  void hasDefaults() {
    assertThat(Bound.of(RetentionSettings.class))
        .isEqualTo(
            new RetentionSettings(
                true,
                Duration.ofDays(90),
                Duration.ofDays(90),
                Duration.ofDays(30),
                Duration.ofMinutes(10),
                Duration.ofHours(1),
                1000));
  }

  @Test
  void isMapped() {
    assertThat(
            Bound.of(
                RetentionSettings.class,
                "tamnas.retention.enabled=false",
                "tamnas.retention.metrics=1d",
                "tamnas.retention.attempts=2d",
                "tamnas.retention.workers=3d",
                "tamnas.retention.delay=4s",
                "tamnas.retention.interval=4m",
                "tamnas.retention.batch=5"))
        .isEqualTo(
            new RetentionSettings(
                false,
                Duration.ofDays(1),
                Duration.ofDays(2),
                Duration.ofDays(3),
                Duration.ofSeconds(4),
                Duration.ofMinutes(4),
                5));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "tamnas.retention.metrics=0d",
        "tamnas.retention.attempts=-1d",
        "tamnas.retention.workers=0s",
        "tamnas.retention.delay=-1s",
        "tamnas.retention.interval=0s",
        "tamnas.retention.batch=0"
      })
  void refusesWhatCannotWork(String property) {
    assertThatExceptionOfType(BindException.class)
        .isThrownBy(() -> Bound.of(RetentionSettings.class, property))
        .havingRootCause()
        .withMessageContaining(property.substring(0, property.indexOf('=')));
  }
}
