package io.tamnas.search.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.tamnas.search.support.Bound;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.bind.BindException;

class RetrySettingsTest {

  @Test
  void hasDefaults() {
    assertThat(Bound.of(RetrySettings.class))
        .isEqualTo(new RetrySettings(4, 10, Duration.ofSeconds(2)));
  }

  @Test
  void isMapped() {
    assertThat(
            Bound.of(
                RetrySettings.class,
                "tamnas.retry.limit=1",
                "tamnas.retry.lost=2",
                "tamnas.retry.backoff=0s"))
        .isEqualTo(new RetrySettings(1, 2, Duration.ZERO));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"tamnas.retry.limit=0", "tamnas.retry.lost=0", "tamnas.retry.backoff=-1s"})
  void refusesWhatCannotWork(String property) {
    assertThatExceptionOfType(BindException.class)
        .isThrownBy(() -> Bound.of(RetrySettings.class, property))
        .havingRootCause()
        .withMessageContaining(property.substring(0, property.indexOf('=')));
  }
}
