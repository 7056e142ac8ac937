package io.tamnas.search.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.tamnas.search.support.Bound;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.bind.BindException;

class QuarantineSettingsTest {

  @Test
  void hasDefaults() {
    assertThat(Bound.of(QuarantineSettings.class))
        .isEqualTo(new QuarantineSettings(3, Duration.ofMinutes(1), Duration.ofHours(1)));
  }

  @Test
  void isMapped() {
    assertThat(
            Bound.of(
                QuarantineSettings.class,
                "tamnas.quarantine.failures=5",
                "tamnas.quarantine.first=2s",
                "tamnas.quarantine.longest=9s"))
        .isEqualTo(new QuarantineSettings(5, Duration.ofSeconds(2), Duration.ofSeconds(9)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "tamnas.quarantine.failures=0",
        "tamnas.quarantine.first=0s",
        "tamnas.quarantine.longest=59s"
      })
  void refusesWhatCannotWork(String property) {
    assertThatExceptionOfType(BindException.class)
        .isThrownBy(() -> Bound.of(QuarantineSettings.class, property))
        .havingRootCause()
        .withMessageContaining(property.substring(0, property.indexOf('=')));
  }

  @ParameterizedTest
  @CsvSource({"0, 60", "1, 120", "5, 1920", "6, 3600", "1000, 3600"})
  void doublesUpToTheLongest(int quarantines, double seconds) {
    assertThat(Bound.of(QuarantineSettings.class).seconds(quarantines)).isEqualTo(seconds);
  }

  @Test
  void bearsOneFailureAfterAQuarantine() {
    QuarantineSettings settings = Bound.of(QuarantineSettings.class);

    assertThat(settings.bearable(0)).isEqualTo(3);
    assertThat(settings.bearable(1)).isEqualTo(1);
  }
}
